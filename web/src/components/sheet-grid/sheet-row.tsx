import { type CSSProperties, memo } from 'react'
import { classNames } from '../class-names.ts'
import { type ActiveCell, CellControl } from './cell-control.tsx'
import type { RowMarks, SheetColumn } from './sheet-column.ts'
import classes from './sheet-grid.module.css'

interface SheetRowProps<Row> {
  row: Row
  index: number
  /** Lines of heads above the first row. */
  heads: number
  name: string
  columns: readonly SheetColumn<Row>[]
  marks: RowMarks | undefined
  /** Where each column that stays while the sheet scrolls begins, pixels. */
  stays: readonly number[]
  /** The column of the active cell, where it is in this row. */
  activeCol: number | null
  active: ActiveCell | null
  from: number
  to: number
}

interface SheetCellProps<Row> extends Pick<SheetRowProps<Row>, 'row' | 'marks' | 'name'> {
  column: SheetColumn<Row>
  col: number
  stay: number | undefined
  selected: boolean
  active: ActiveCell | null
}

function SheetCell<Row>({ row, column, col, marks, name, stay, selected, active }: SheetCellProps<Row>) {
  const mark = marks?.[column.id]
  const editable = column.isEditable?.(row) ?? false
  const invalid = mark?.kind === 'fault' || mark?.kind === 'failed'
  const text = column.text(row)
  const Tag = column.rowHeader ? 'th' : 'td'
  return (
    <Tag
      data-col={col}
      data-active={active ? '' : undefined}
      data-mark={mark?.kind}
      tabIndex={active && !editable ? 0 : undefined}
      aria-colindex={col + 1}
      aria-selected={selected}
      aria-readonly={!editable || undefined}
      aria-describedby={active && !editable ? active.describedBy : undefined}
      scope={column.rowHeader ? 'row' : undefined}
      title={mark?.text}
      style={stay === undefined ? undefined : ({ left: stay } as CSSProperties)}
      className={classNames(
        column.numeric && classes.numeric,
        !editable && classes.readOnly,
        stay !== undefined && classes.stays,
      )}
    >
      <span className={classes.text}>{column.cell ? column.cell(row) : text}</span>
      {active && editable && (
        <CellControl
          label={`${name} ${column.title ?? column.header}`}
          text={text}
          column={column}
          invalid={invalid}
          active={active}
        />
      )}
    </Tag>
  )
}

function Row<Row>(props: SheetRowProps<Row>) {
  const { row, index, columns, activeCol, active, from, to, stays } = props
  return (
    <tr data-index={index} aria-rowindex={index + props.heads + 1} className={classes.row}>
      {columns.map((column, col) => (
        <SheetCell
          key={column.id}
          row={row}
          column={column}
          col={col}
          marks={props.marks}
          name={props.name}
          stay={stays[col]}
          selected={col >= from && col <= to}
          active={col === activeCol ? active : null}
        />
      ))}
    </tr>
  )
}

export const SheetRow = memo(Row) as typeof Row
