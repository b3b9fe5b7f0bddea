import { useTranslation } from 'react-i18next'
import { Hint } from '../../../components/hint.tsx'
import type { MarkShape } from '../../../status/shapes.ts'
import { StatusLabel } from '../../../status/status-label.tsx'
import classes from './status-bar.module.css'

/** From the best to the worst, so that what is late ends the bar. */
const ORDER: readonly MarkShape[] = ['blue', 'green', 'plain', 'yellow', 'red']

interface StatusBarProps {
  counts: Record<MarkShape, number>
}

/** How the centres of a county stand, as one bar; its words are in the text and under the mouse. */
export function StatusBar({ counts }: StatusBarProps) {
  const { t } = useTranslation('panels')
  const present = ORDER.filter(colour => counts[colour] > 0)
  const words = (
    <ul>
      {present.map(colour => (
        <li key={colour} className={classes.word}>
          <StatusLabel shape={colour} fill="solid" /> <strong>{counts[colour]}</strong>
        </li>
      ))}
    </ul>
  )
  return (
    <Hint content={words} className={classes.cell}>
      <span className="visually-hidden">{t('county.lightsSay', counts)}</span>
      <span className={classes.bar} aria-hidden="true">
        {present.map(colour => (
          <span key={colour} className={classes[colour]} style={{ flexGrow: counts[colour] }} />
        ))}
      </span>
    </Hint>
  )
}
