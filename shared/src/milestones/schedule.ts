import type { CalendarDate } from '../dates/calendar-date.ts'
import type { Milestone } from '../plan/plan.schema.ts'
import type { Policy } from '../plan/policy.schema.ts'
import type { MilestoneId } from '../plan/stage.ts'

/** Due days of a centre that differ from the plan's: a relocation sets new ones. */
export type DueDays = Partial<Record<MilestoneId, CalendarDate>>

/** The day a node is due for a centre. */
export function dueDay(node: Milestone, dueDays: DueDays): CalendarDate {
  return dueDays[node.id] ?? node.due
}

/**
 * Scheduled progress 序时进度 on a day, in percent: a step, the percent of the last node whose due day is before
 * that day. A line would call centres behind that are on time between two nodes.
 */
export function scheduledPercent(
  nodes: readonly Milestone[],
  policy: Policy,
  today: CalendarDate,
  dueDays: DueDays = {},
): number {
  return nodes.reduce(
    (percent, node) => (dueDay(node, dueDays) < today ? Math.max(percent, policy.percent[node.stage].value) : percent),
    0,
  )
}
