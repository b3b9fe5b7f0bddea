import { memo } from 'react'
import { classNames } from '../class-names.ts'
import type { Column, RowMainProps } from './column.ts'
import classes from './data-table.module.css'

interface TableRowProps<Row> {
  row: Row
  index: number
  /** Whether the table says how many rows there are in all, so that each must say its own number. */
  counted: boolean
  columns: readonly Column<Row>[]
  tabStop: boolean
  selected?: boolean
  hovered: boolean
  /** Whether a click anywhere on the row does something. */
  opens: boolean
}

function Row<Row>({ row, index, counted, columns, tabStop, selected, hovered, opens }: TableRowProps<Row>) {
  const main: RowMainProps = { tabIndex: tabStop ? 0 : -1, 'data-row-main': '' }
  return (
    <tr
      data-index={index}
      aria-rowindex={counted ? index + 2 : undefined}
      aria-current={selected ? 'true' : undefined}
      className={classNames(classes.row, opens && classes.opens, hovered && classes.hovered)}
    >
      {columns.map(column => {
        const Cell = column.rowHeader ? 'th' : 'td'
        return (
          <Cell
            key={column.id}
            scope={column.rowHeader ? 'row' : undefined}
            className={classNames(column.numeric && classes.numeric, column.className)}
          >
            {column.cell ? column.cell(row, main) : column.value(row)}
          </Cell>
        )
      })}
    </tr>
  )
}

export const TableRow = memo(Row) as typeof Row
