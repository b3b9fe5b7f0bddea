import { useMediaQuery } from '@mantine/hooks'
import { type Ref, useId, useImperativeHandle, useMemo, useRef } from 'react'
import { Spacer } from '../data-table/data-table.tsx'
import { useRowWindow } from '../data-table/use-row-window.ts'
import type { ActiveCell } from './cell-control.tsx'
import { CellNote } from './cell-note.tsx'
import type { Cell } from './cells.ts'
import type { CellChange } from './edit-history.ts'
import type { RowMarks, SheetColumn } from './sheet-column.ts'
import { sheetClipboard, sheetPointer } from './sheet-events.ts'
import classes from './sheet-grid.module.css'
import { SheetHead } from './sheet-head.tsx'
import { SheetRow } from './sheet-row.tsx'
import { useCellFocus } from './use-cell-focus.ts'
import { useSheet } from './use-sheet.ts'
import { useSheetKeys } from './use-sheet-keys.ts'

export interface SheetHandle {
  /** Selects a cell and takes the focus there. */
  goTo: (rowKey: string, columnId: string) => void
}

interface SheetGridProps<Row> {
  /** Names the sheet. */
  label: string
  columns: readonly SheetColumn<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** Names a row at its cells. */
  rowName: (row: Row) => string
  marksOf?: (rowKey: string) => RowMarks | undefined
  /** How many columns stay while the others scroll. */
  staying?: number
  /** Pixels, at most. */
  height?: number
  onEdit: (changes: readonly CellChange[]) => void
  /** Enter on what cannot be edited, Ctrl+Enter anywhere. */
  onOpen?: (row: Row) => void
  handle?: Ref<SheetHandle>
}

const nothing = () => {}

/** Where each of the columns begins that stay in sight. */
function staysOf(columns: readonly { width: number }[], staying: number): number[] {
  const stays: number[] = []
  let left = 0
  for (const { width } of columns.slice(0, staying)) {
    stays.push(left)
    left += width
  }
  return stays
}

/** Cells to be edited as in a spreadsheet: arrow keys, typing, Enter and Tab, blocks, fill down, undo. */
export function SheetGrid<Row>(props: SheetGridProps<Row>) {
  const { columns, rows, rowKey, rowName, marksOf, staying = 1, onOpen } = props
  const scroller = useRef<HTMLDivElement>(null)
  const noteId = useId()
  const rowHeight = useMediaQuery('(pointer: coarse)', false, { getInitialValueInEffect: false }) ? 44 : 28
  const window = useRowWindow({ count: rows.length, rowHeight, scroller, onNearEnd: nothing })
  const sheet = useSheet(props)
  const focus = useCellFocus(scroller, sheet.active, window.scrollTo)
  const { active, block, draft } = sheet

  const go = (cell: Cell, extend?: boolean) => {
    focus.want()
    sheet.select(cell, extend)
  }
  const activeRow = rows[active.row]
  const mark = activeRow && marksOf?.(rowKey(activeRow))?.[columns[active.col]?.id ?? '']
  const onKeyDown = useSheetKeys({
    sheet,
    go,
    refocus: focus.want,
    onOpen: () => activeRow && onOpen?.(activeRow),
    onAnswer: () => mark?.actions?.[0]?.run(),
  })
  useImperativeHandle(props.handle, () => ({
    goTo: (key, columnId) => {
      const row = rows.findIndex(candidate => rowKey(candidate) === key)
      const col = columns.findIndex(({ id }) => id === columnId)
      if (row >= 0 && col >= 0) go({ row, col })
    },
  }))

  const pointer = sheetPointer(sheet, go, focus.want)
  const clipboard = sheetClipboard(sheet)

  const stays = useMemo(() => staysOf(columns, staying), [columns, staying])
  const heads = columns.some(({ group }) => group !== undefined) ? 2 : 1
  const cell: ActiveCell = {
    draft,
    onWrite: text => sheet.write(text, true),
    onChoose: text => {
      sheet.commit(text)
      focus.want()
    },
    onLeave: () => draft && sheet.commit(),
    describedBy: mark ? noteId : undefined,
  }
  const width = columns.reduce((sum, column) => sum + column.width, 0)
  const stayWidth = columns.slice(0, staying).reduce((sum, column) => sum + column.width, 0)

  return (
    <div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the grid within takes the focus; what happens in it is told here once */}
      <div
        ref={scroller}
        className={classes.scroller}
        tabIndex={-1}
        style={{ maxHeight: props.height, scrollPadding: `${heads * 24}px 0 0 ${stayWidth}px` }}
        onKeyDown={onKeyDown}
        {...pointer}
        {...clipboard}
        onFocus={focus.onFocus}
        onBlur={event => focus.onBlur(event.relatedTarget === null)}
      >
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table whose cells take the focus
          role="grid"
          aria-label={props.label}
          aria-rowcount={rows.length + heads}
          aria-colcount={columns.length}
          aria-multiselectable="true"
          className={classes.sheet}
          style={{ width }}
        >
          <colgroup>
            {columns.map(column => (
              <col key={column.id} style={{ width: column.width }} />
            ))}
          </colgroup>
          <SheetHead columns={columns} stays={stays} />
          <tbody>
            <Spacer height={window.before} />
            {rows.slice(window.from, window.to).map((row, offset) => {
              const index = window.from + offset
              const isActive = index === active.row
              const isSelected = index >= block.top && index <= block.bottom
              return (
                <SheetRow
                  key={rowKey(row)}
                  row={row}
                  index={index}
                  heads={heads}
                  name={rowName(row)}
                  columns={columns}
                  marks={marksOf?.(rowKey(row))}
                  stays={stays}
                  activeCol={isActive ? active.col : null}
                  active={isActive ? cell : null}
                  from={isSelected ? block.left : 1}
                  to={isSelected ? block.right : 0}
                />
              )
            })}
            <Spacer height={window.after} />
          </tbody>
        </table>
      </div>
      <CellNote id={noteId} mark={mark} skipped={sheet.skipped} />
    </div>
  )
}
