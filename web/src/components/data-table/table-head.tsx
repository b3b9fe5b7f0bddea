import { classNames } from '../class-names.ts'
import type { Column } from './column.ts'
import classes from './data-table.module.css'
import type { SortState } from './sort-rows.ts'

interface TableHeadProps<Row> {
  columns: readonly Column<Row>[]
  sort: SortState | null
  onSort?: (column: Column<Row>) => void
}

function direction(sort: SortState | null, column: string) {
  if (sort?.column !== column) return undefined
  return sort.descending ? 'descending' : 'ascending'
}

const ARROWS = { ascending: '↑', descending: '↓' }

export function TableHead<Row>({ columns, sort, onSort }: TableHeadProps<Row>) {
  return (
    <thead>
      <tr>
        {columns.map(column => {
          const sorted = direction(sort, column.id)
          return (
            <th
              key={column.id}
              scope="col"
              aria-sort={sorted}
              className={classNames(column.numeric && classes.numeric, column.className)}
            >
              {column.head !== undefined ? (
                column.head
              ) : onSort && column.sortable !== false ? (
                <button type="button" className={classes.sort} title={column.title} onClick={() => onSort(column)}>
                  {column.header}
                  <span aria-hidden="true" className={classes.arrow}>
                    {sorted && ARROWS[sorted]}
                  </span>
                </button>
              ) : (
                <span title={column.title}>{column.header}</span>
              )}
            </th>
          )
        })}
      </tr>
    </thead>
  )
}
