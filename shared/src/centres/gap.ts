import { REPORTABLE_STAGES, stageOrder } from '../plan/stage.ts'
import { isDisputed } from './stages.ts'
import type { CentreState } from './state.ts'

/**
 * How what is reported stands away from what is verified: `unverified` reported further than verified, `disputed` a
 * visit found otherwise and it stands, `dayDiffers` another day was recognised than the reported one.
 */
export const GAPS = ['unverified', 'disputed', 'dayDiffers'] as const
export type Gap = (typeof GAPS)[number]

const CLAIMS: Record<Gap, (state: CentreState) => boolean> = {
  unverified: ({ stage, verifiedStage }) => stageOrder(stage) > stageOrder(verifiedStage ?? 'proposed'),
  disputed: state => REPORTABLE_STAGES.some(stage => isDisputed(state, stage)),
  dayDiffers: ({ reported, checked }) =>
    REPORTABLE_STAGES.some(stage => {
      const [said, found] = [reported[stage]?.date, checked[stage]?.recognisedOn]
      return said !== undefined && found != null && said !== found
    }),
}

/** Whether there is such a gap between report and verification. */
export const hasGap = (state: CentreState, gap: Gap): boolean => CLAIMS[gap](state)
