import { useMemo, useState } from 'react'
import type { Column } from './column.ts'
import { nextSort, type SortState, sortRows } from './sort-rows.ts'

/** Rows in the order the user chose; their own order until then. */
export function useTableView<Row>(columns: readonly Column<Row>[], rows: readonly Row[]) {
  const [sort, setSort] = useState<SortState | null>(null)
  const sorted = useMemo(() => {
    const column = columns.find(({ id }) => id === sort?.column)
    return column && sort ? sortRows(rows, column.sortBy ?? column.value, sort.descending) : rows
  }, [columns, rows, sort])
  const onSort = (column: Column<Row>) => setSort(nextSort(sort, column.id, column.descendingFirst ?? false))
  return { rows: sorted, sort, onSort }
}
