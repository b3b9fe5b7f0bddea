import type { Centre } from '@lvliang/shared/centres/centre.schema'
import { REPORTABLE_STAGES, type ReportableStage, STAGES, type Stage, stageOrder } from '@lvliang/shared/plan/stage'

type Stages = Pick<Centre, 'stage' | 'verifiedStage'>

const highest = ({ stage, verifiedStage }: Stages) =>
  Math.max(stageOrder(stage), stageOrder(verifiedStage ?? 'proposed'))

/** The stage a visit is most likely about: the highest reported where it is not verified, else the one to come. */
export function stageToVerify({ stage, verifiedStage }: Stages): ReportableStage {
  const verified = stageOrder(verifiedStage ?? 'proposed')
  const wanted = stageOrder(stage) > verified ? stageOrder(stage) : verified + 1
  return REPORTABLE_STAGES[Math.min(wanted, REPORTABLE_STAGES.length) - 1] as ReportableStage
}

/** The stages a centre can be taken back to. */
export const stagesBefore = (centre: Stages): Stage[] => STAGES.slice(0, highest(centre))
