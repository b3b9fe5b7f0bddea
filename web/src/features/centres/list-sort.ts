import type { SortState } from '../../components/data-table/sort-rows.ts'
import { COLUMN_SORTS } from './centre-columns.tsx'

/** The address's `sort` as a column of the table: `-overdueDays` → next node, descending. */
export function sortFromAddress(sort: string | undefined): SortState | null {
  if (!sort) return null
  const descending = sort.startsWith('-')
  const name = descending ? sort.slice(1) : sort
  const column = Object.keys(COLUMN_SORTS).find(id => COLUMN_SORTS[id] === name)
  return column === undefined ? null : { column, descending }
}

/** A column of the table as the API's `sort`; no column is the API's own order. */
export function sortForAddress(sort: SortState | null): string | undefined {
  const name = sort && COLUMN_SORTS[sort.column]
  return name ? `${sort.descending ? '-' : ''}${name}` : undefined
}
