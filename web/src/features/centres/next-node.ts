import type { Centre } from '@lvliang/shared/centres/centre.schema'
import { daysBetween } from '@lvliang/shared/dates/calendar-date'
import type { MilestoneId } from '@lvliang/shared/plan/stage'

export interface NextNode {
  id: MilestoneId
  due: string
  /** Days to the due day; negative once it has passed. */
  daysLeft: number
}

/** The first node a centre has not reached; null once it is past them all. */
export function nextNode(
  milestones: Centre['milestones'],
  order: readonly { id: MilestoneId }[],
  asOf: string,
): NextNode | null {
  for (const { id } of order) {
    const { done, due } = milestones[id]
    if (!done) return { id, due, daysLeft: daysBetween(asOf, due) }
  }
  return null
}
