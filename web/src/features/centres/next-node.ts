import type { Centre } from '@lvliang/shared/centres/centre.schema'
import { daysBetween } from '@lvliang/shared/dates/calendar-date'
import type { Milestone } from '@lvliang/shared/plan/plan.schema'
import type { MilestoneId } from '@lvliang/shared/plan/stage'

export interface NextNode {
  id: MilestoneId
  origin: Milestone['origin']
  due: string
  /** Days to the due day; negative once it has passed. */
  daysLeft: number
}

/** The first node a centre has not reached; null once it is past them all. */
export function nextNode(
  milestones: Centre['milestones'],
  order: readonly Pick<Milestone, 'id' | 'origin'>[],
  asOf: string,
): NextNode | null {
  for (const { id, origin } of order) {
    const { done, due } = milestones[id]
    if (!done) return { id, origin, due, daysLeft: daysBetween(asOf, due) }
  }
  return null
}
