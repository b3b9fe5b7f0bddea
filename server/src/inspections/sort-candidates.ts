import type { Candidate, CandidateSort } from '@lvliang/shared/inspections/candidate.schema'

type Sorted = Omit<Candidate, 'recused'>

/** Never visited is longer ago than any day. */
const NEVER = Number.MAX_SAFE_INTEGER

const VALUES: Record<Exclude<CandidateSort, `-${string}`>, (candidate: Sorted) => number | string | null> = {
  risk: ({ risk }) => risk.total,
  daysSinceVisit: ({ daysSinceVisit }) => daysSinceVisit ?? NEVER,
  code: ({ code }) => code,
  openIssues: ({ issueCounts }) => issueCounts.open,
  visitsThisQuarter: ({ visitsThisQuarter }) => visitsThisQuarter,
  plannedOn: ({ plannedOn }) => plannedOn,
}

function compare(a: number | string | null, b: number | string | null, sign: 1 | -1): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return a < b ? -sign : a > b ? sign : 0
}

/** Sorts by one value, what has none last either way; equal ones by risk, the highest first, then by code. */
export function sortCandidates<C extends Sorted>(candidates: readonly C[], sort: CandidateSort): C[] {
  const value = VALUES[sort.replace(/^-/, '') as keyof typeof VALUES]
  const sign = sort.startsWith('-') ? -1 : 1
  return [...candidates].sort(
    (a, b) => compare(value(a), value(b), sign) || b.risk.total - a.risk.total || (a.code < b.code ? -1 : 1),
  )
}
