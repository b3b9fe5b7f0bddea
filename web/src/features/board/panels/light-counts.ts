import type { Summary } from '@lvliang/shared/board/summary.schema'
import type { MarkShape } from '../../../status/shapes.ts'

type Tally = Pick<Summary, 'byLight' | 'byStage' | 'milestones'>

/**
 * How many centres have each mark: as the lights, but for the slots still waiting to be sited, whose green is drawn
 * as a plain ring. In the verified basis a slot without verification looks unsited, so nothing is told apart there.
 */
export function markCounts({ byLight, byStage, milestones }: Tally): Record<MarkShape, number> {
  const waiting = milestones.find(({ id }) => id === 'siteSelection')?.notDue ?? 0
  const plain = byStage.unverified > 0 ? 0 : Math.min(byLight.green, waiting)
  return { ...byLight, green: byLight.green - plain, plain }
}
