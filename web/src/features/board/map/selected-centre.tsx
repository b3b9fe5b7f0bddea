import type { Centre } from '@lvliang/shared/centres/centre.schema'
import { useTranslation } from 'react-i18next'
import { CentreLink } from '../../../components/centre-link.tsx'
import { markOf } from '../../../status/centre-mark.ts'
import { StatusLabel } from '../../../status/status-label.tsx'
import type { MapWords } from './map-words.ts'
import classes from './selected-centre.module.css'

interface SelectedCentreProps {
  centre: Centre
  words: MapWords
  onClose: () => void
}

/** The selected centre in four lines, with why its light is what it is. */
export function SelectedCentre({ centre, words, onClose }: SelectedCentreProps) {
  const { t } = useTranslation(['board', 'common'])
  return (
    <section className={classes.selected} aria-label={t('map.selected')}>
      <div className={classes.head}>
        <CentreLink code={centre.code} className={classes.name}>
          {centre.name}
        </CentreLink>
        <StatusLabel {...markOf(centre)} />
        <button type="button" className={classes.close} aria-label={t('common:close')} onClick={onClose}>
          ✕
        </button>
      </div>
      <p className={classes.place}>
        {words.county(centre.countyCode)} {centre.town} · {centre.code}
      </p>
      <p>{words.reached(centre)}</p>
      {centre.light.colour !== 'green' && (
        <ul>
          {centre.light.reasons.map(reason => (
            <li key={reason.code + reason.text}>{words.reason(reason)}</li>
          ))}
        </ul>
      )}
      <p>
        <CentreLink code={centre.code}>{t('map.more')}</CentreLink>
      </p>
    </section>
  )
}
