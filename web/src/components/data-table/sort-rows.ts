import type { CellValue } from './csv.ts'

export interface SortState {
  column: string
  descending: boolean
}

function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0
}

/** A sorted copy: equal rows keep their order and blanks stay last either way. */
export function sortRows<Row>(rows: readonly Row[], read: (row: Row) => CellValue, descending: boolean): Row[] {
  return rows
    .map(row => ({ row, value: read(row) }))
    .sort((a, b) => {
      if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null)
      return descending ? compare(b.value, a.value) : compare(a.value, b.value)
    })
    .map(entry => entry.row)
}

/** What a press on a column's head does: its first direction, then the other, then the rows' own order again. */
export function nextSort(current: SortState | null, column: string, descendingFirst: boolean): SortState | null {
  if (current?.column !== column) return { column, descending: descendingFirst }
  return current.descending === descendingFirst ? { column, descending: !descendingFirst } : null
}
