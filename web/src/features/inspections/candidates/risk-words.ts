import { RISK_PARTS, type Risk, type RiskPart } from '@lvliang/shared/inspections/candidate.schema'
import type { TFunction } from 'i18next'

export type RiskWeights = Readonly<Record<RiskPart, number>>
type T = TFunction<'inspections'>

/** The parts in words, in their order: `进度滞后 12/30`. */
export const partSentences = (t: T, { parts }: Risk, weights: RiskWeights): string[] =>
  RISK_PARTS.map(part =>
    t('candidates.partSays', { name: t(`candidates.part.${part}`), n: parts[part], of: weights[part] }),
  )

/** The whole of it in one sentence. */
export const riskSentence = (t: T, risk: Risk, weights: RiskWeights): string =>
  t('candidates.riskSays', { total: risk.total, parts: partSentences(t, risk, weights).join('，') })
