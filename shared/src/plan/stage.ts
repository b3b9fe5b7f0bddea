/** The stages of a centre in their order. A later stage implies the earlier ones. */
export const STAGES = [
  'proposed',
  'sited',
  'approved',
  'started',
  'foundation',
  'mainStructure',
  'fitOut',
  'accepted',
  'operating',
] as const
export type Stage = (typeof STAGES)[number]

/** The stages a record can report: all but the empty slot. */
export const REPORTABLE_STAGES = STAGES.slice(1) as Exclude<Stage, 'proposed'>[]
export type ReportableStage = Exclude<Stage, 'proposed'>

/** The milestones (nodes), each the end of one stage. Approval has none. */
export const MILESTONES = [
  'siteSelection',
  'groundbreaking',
  'foundation',
  'mainStructure',
  'fitOut',
  'acceptance',
  'opening',
] as const
export type MilestoneId = (typeof MILESTONES)[number]

const order = new Map<Stage, number>(STAGES.map((stage, index) => [stage, index]))

/** Place of a stage in the order: 0 `proposed` … 8 `operating`. */
export function stageOrder(stage: Stage): number {
  return order.get(stage) ?? 0
}
