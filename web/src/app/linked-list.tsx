import type { Centre } from '@lvliang/shared/centres/centre.schema'
import { useState } from 'react'
import type { SortState } from '../components/data-table/sort-rows.ts'
import { nextSort } from '../components/data-table/sort-rows.ts'
import type { CentreListProps } from '../features/board/board.page.tsx'
import { CentreTable } from '../features/centres/centre-table.tsx'

const nothing = () => {}

export function LinkedList({ plan, asOf, centres, onSelect }: CentreListProps) {
  const [sort, setSort] = useState<SortState | null>(null)
  return (
    <CentreTable
      plan={plan}
      asOf={asOf}
      centres={centres}
      total={centres.length}
      sort={sort}
      onSort={column => setSort(nextSort(sort, column.id, column.descendingFirst ?? false))}
      onOpen={(centre: Centre) => onSelect(centre.code)}
      onNearEnd={nothing}
    />
  )
}
