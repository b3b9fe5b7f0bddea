import { RISK_PARTS, type Risk } from '@lvliang/shared/inspections/candidate.schema'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { classNames } from '../../../components/class-names.ts'
import { Hint } from '../../../components/hint.tsx'
import classes from './risk-bar.module.css'
import { partSentences, type RiskWeights, riskSentence } from './risk-words.ts'

interface RiskBarProps {
  t: TFunction<'inspections'>
  risk: Risk
  weights: RiskWeights
  tabIndex?: number
}

/** The risk as one bar of its six parts; what they are is said under the mouse, in focus, and to a screen reader. */
export function RiskBar({ t, risk, weights, tabIndex }: RiskBarProps) {
  const sentences = (
    <ul>
      {partSentences(t, risk, weights).map(sentence => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
  return (
    <Hint content={sentences} className={classes.hint}>
      <button type="button" className={classes.bar} tabIndex={tabIndex} aria-label={riskSentence(t, risk, weights)}>
        {RISK_PARTS.filter(part => risk.parts[part] > 0).map(part => (
          <span
            key={part}
            className={classNames(classes.part, classes[part])}
            style={{ width: `${risk.parts[part]}%` }}
          />
        ))}
      </button>
    </Hint>
  )
}

/** Which shade is which part. */
export function RiskLegend() {
  const { t } = useTranslation('inspections')
  return (
    <ul className={classes.legend}>
      {RISK_PARTS.map(part => (
        <li key={part}>
          <span aria-hidden="true" className={classNames(classes.key, classes[part])} />
          {t(`candidates.part.${part}`)}
        </li>
      ))}
    </ul>
  )
}
