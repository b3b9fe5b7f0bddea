import type { CandidateSort } from '@lvliang/shared/inspections/candidate.schema'
import type { SortState } from '../../../components/data-table/sort-rows.ts'

/** Which order of the API a column asks for; a column that is not here cannot be sorted by. */
export const COLUMN_SORTS: Readonly<Record<string, CandidateSort>> = {
  code: 'code',
  risk: 'risk',
  days: 'daysSinceVisit',
  issues: 'openIssues',
  quarter: 'visitsThisQuarter',
  planned: 'plannedOn',
}

const BY_RISK: SortState = { column: 'risk', descending: true }

/** The address's `sort` as a column of the table; without one the highest risk is first. */
export function sortFromAddress(sort: string | undefined): SortState {
  const descending = sort?.startsWith('-') ?? false
  const name = descending ? sort?.slice(1) : sort
  const column = Object.keys(COLUMN_SORTS).find(id => COLUMN_SORTS[id] === name)
  return column === undefined ? BY_RISK : { column, descending }
}

/** A column of the table as the API's `sort`. */
export function sortForAddress(sort: SortState | null): string | undefined {
  if (!sort || (sort.column === BY_RISK.column && sort.descending)) return undefined
  const name = COLUMN_SORTS[sort.column]
  return name && `${sort.descending ? '-' : ''}${name}`
}
