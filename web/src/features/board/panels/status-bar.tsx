import type { LightColour } from '@lvliang/shared/centres/centre.schema'
import { useTranslation } from 'react-i18next'
import { Hint } from '../../../components/hint.tsx'
import { StatusLabel } from '../../../status/status-label.tsx'
import classes from './status-bar.module.css'

/** From the best to the worst, so that what is late ends the bar. */
const ORDER: readonly LightColour[] = ['blue', 'green', 'yellow', 'red']

interface StatusBarProps {
  byLight: Record<LightColour, number>
}

/** How the centres of a county stand, as one bar; its words are in the text and under the mouse. */
export function StatusBar({ byLight }: StatusBarProps) {
  const { t } = useTranslation('panels')
  const present = ORDER.filter(colour => byLight[colour] > 0)
  const words = (
    <ul>
      {present.map(colour => (
        <li key={colour} className={classes.word}>
          <StatusLabel shape={colour} fill="solid" /> <strong>{byLight[colour]}</strong>
        </li>
      ))}
    </ul>
  )
  return (
    <Hint content={words} className={classes.cell}>
      <span className="visually-hidden">{t('county.lightsSay', byLight)}</span>
      <span className={classes.bar} aria-hidden="true">
        {present.map(colour => (
          <span key={colour} className={classes[colour]} style={{ flexGrow: byLight[colour] }} />
        ))}
      </span>
    </Hint>
  )
}
