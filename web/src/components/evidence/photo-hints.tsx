import type { Photo } from '@lvliang/shared/evidence/evidence.schema'
import { useTranslation } from 'react-i18next'
import classes from './evidence.module.css'

/** Each hint says its own part of these. */
const NOTHING = { metres: '', centre: '', takenOn: '', reportedOn: '' }

/** What a photo gives to think about; nothing is refused for it. */
export function PhotoHints({ hints }: Pick<Photo, 'hints'>) {
  const { t } = useTranslation('evidence')
  if (hints.length === 0) return null
  return (
    <ul className={classes.hints}>
      {hints.map(({ code, params }) => (
        <li key={`${code}-${params.centre ?? ''}`}>{t(`hint.${code}`, { ...NOTHING, ...params })}</li>
      ))}
    </ul>
  )
}
