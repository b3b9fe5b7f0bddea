import type { MouseEvent, ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import type { Column } from './column.ts'
import classes from './data-table.module.css'
import type { SortState } from './sort-rows.ts'
import { TableHead } from './table-head.tsx'
import { TableRow } from './table-row.tsx'
import { useRowKeys } from './use-row-keys.ts'

/** The rows now drawn of a long list, and the empty space before and after them in pixels. */
export interface RowWindow {
  from: number
  to: number
  before: number
  after: number
  scrollTo: (index: number) => void
}

interface DataTableProps<Row> {
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  sort?: SortState | null
  onSort?: (column: Column<Row>) => void
  selectedKey?: string | null
  hoveredKey?: string | null
  onHover?: (row: Row | null) => void
  onOpen?: (row: Row) => void
  window?: RowWindow
  /** How many rows there are where not all are loaded. */
  rowCount?: number
  headless?: boolean
  className?: string
  footer?: ReactNode
}

const isControl = (target: EventTarget) => target instanceof Element && target.closest('a, button, input') !== null

/** The room of rows that are not drawn. */
export function Spacer({ height }: { height: number }) {
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row without content takes no focus
  return height > 0 ? <tr aria-hidden="true" style={{ height }} /> : null
}

/** The one table of the product: sticky head, sorting, one tab stop with arrow keys, linked hover and selection. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { columns, rows, rowKey, window } = props
  const from = window?.from ?? 0
  const drawn = window ? rows.slice(from, window.to) : rows
  const keys = useRowKeys(rows.length, window?.scrollTo)
  const tabStop = keys.active >= from && keys.active < from + drawn.length ? keys.active : from
  const hasTotals = columns.some(column => column.total !== undefined)
  // Listened to once for all rows, so that a row is drawn again only for what it shows.
  const rowAt = (target: EventTarget): Row | undefined => {
    const row = target instanceof Element ? target.closest<HTMLElement>('tr[data-index]') : null
    return row === null ? undefined : rows[Number(row.dataset.index)]
  }
  const pointAt = (target: EventTarget) => {
    const row = rowAt(target)
    if (row !== undefined) props.onHover?.(row)
  }
  const open = ({ target }: MouseEvent) => {
    const row = isControl(target) ? undefined : rowAt(target)
    if (row !== undefined) props.onOpen?.(row)
  }

  return (
    <table className={classNames(classes.table, props.className)} aria-rowcount={props.rowCount && props.rowCount + 1}>
      <caption className="visually-hidden">{props.caption}</caption>
      {!props.headless && <TableHead columns={columns} sort={props.sort ?? null} onSort={props.onSort} />}
      <tbody
        ref={keys.body}
        onKeyDown={keys.onKeyDown}
        onFocus={keys.onFocus}
        onMouseOver={event => pointAt(event.target)}
        onMouseLeave={() => props.onHover?.(null)}
        onClick={open}
      >
        <Spacer height={window?.before ?? 0} />
        {drawn.map((row, offset) => (
          <TableRow
            key={rowKey(row)}
            row={row}
            index={from + offset}
            counted={props.rowCount !== undefined}
            columns={columns}
            tabStop={from + offset === tabStop}
            selected={props.selectedKey === undefined ? undefined : rowKey(row) === props.selectedKey}
            hovered={rowKey(row) === props.hoveredKey}
            opens={props.onOpen !== undefined}
          />
        ))}
        <Spacer height={window?.after ?? 0} />
      </tbody>
      {hasTotals && (
        <tfoot>
          <tr>
            {columns.map(column => (
              <td key={column.id} className={classNames(column.numeric && classes.numeric, column.className)}>
                {column.total}
              </td>
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  )
}
