import type { CountySummary } from '@lvliang/shared/board/summary.schema'
import type { MilestoneId } from '@lvliang/shared/plan/stage'

export const SHADES = 5

/** Which of five steps a share falls in: 0 below 20 %, 4 from 80 % on; `null` where there is nothing to divide by. */
export function shadeOf(done: number, quota: number): number | null {
  if (quota === 0) return null
  return Math.min(SHADES - 1, Math.floor((done / quota) * SHADES))
}

export function doneOf(county: CountySummary, node: MilestoneId): number {
  return county.milestones.find(milestone => milestone.id === node)?.done ?? 0
}
