import type { PlanFile } from '@lvliang/shared/plan/plan.schema'
import type { NewSlot } from './programme.repo.ts'

/** The coded slots a plan's quotas make, counties in the official order: `LL2018-001`, `LL2018-002`, … */
export function slotsOfPlan({ codePrefix, counties }: PlanFile): NewSlot[] {
  const inOrder = [...counties].sort((a, b) => (a.code < b.code ? -1 : 1))
  const owners = inOrder.flatMap(county => Array.from({ length: county.quota }, () => county.code))
  const width = Math.max(3, String(owners.length).length)
  return owners.map((countyCode, i) => ({
    code: `${codePrefix}-${String(i + 1).padStart(width, '0')}`,
    countyCode,
    ordinal: i + 1,
  }))
}
