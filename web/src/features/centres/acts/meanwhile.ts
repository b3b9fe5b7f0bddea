import type { CentreSheet } from '@lvliang/shared/centres/centre.schema'
import type { TFunction } from 'i18next'
import type { PlanWords } from '../use-plan-words.ts'

/** What of a centre an act may hang on. */
export type Compared = Pick<
  CentreSheet,
  | 'village'
  | 'stage'
  | 'verifiedStage'
  | 'overlay'
  | 'stages'
  | 'milestones'
  | 'relocations'
  | 'delayRequests'
  | 'version'
>

export interface Difference {
  what: string
  before: string
  now: string
}

type Names = Pick<PlanWords, 'stage' | 'milestone'>
type T = TFunction<['acts', 'common']>
type Said = [what: string, value: (centre: Compared) => string | null | undefined]

const waiting = ({ relocations, delayRequests }: Compared) =>
  relocations.filter(({ agreedOn, declinedOn }) => agreedOn === null && declinedOn === null).length +
  delayRequests.filter(({ decided }) => decided === null).length

function saidOf({ stages, milestones }: Compared, t: T, names: Names): Said[] {
  const stageIn = (centre: Compared, stage: (typeof stages)[number]['stage']) =>
    centre.stages.find(entry => entry.stage === stage)
  return [
    [t('stale.village'), centre => centre.village],
    [t('stale.stage'), centre => names.stage(centre.stage)],
    [t('stale.verifiedStage'), centre => centre.verifiedStage && names.stage(centre.verifiedStage)],
    [t('stale.overlay'), centre => centre.overlay && t(`common:overlay.${centre.overlay}`)],
    ...stages.flatMap(({ stage }): Said[] => [
      [t('stale.reported', { stage: names.stage(stage) }), centre => stageIn(centre, stage)?.reported],
      [t('stale.verified', { stage: names.stage(stage) }), centre => stageIn(centre, stage)?.verified],
    ]),
    ...(Object.keys(milestones) as (keyof typeof milestones)[]).map(
      (id): Said => [t('stale.due', { node: names.milestone(id) }), centre => centre.milestones[id].due],
    ),
    [t('stale.requests'), centre => String(waiting(centre))],
  ]
}

/** What differs between a centre as it was when a dialog was opened and as it is now, in words. */
export function differences(before: Compared, now: Compared, t: T, names: Names): Difference[] {
  return saidOf(now, t, names).flatMap(([what, value]) => {
    const [was, is] = [value(before) ?? '—', value(now) ?? '—']
    return was === is ? [] : [{ what, before: was, now: is }]
  })
}
