import { useState } from 'react'
import { type BlockEdit, cleared, filledDown, pasted, type Sheet, textsOf } from './block-edits.ts'
import { blockOf, type Cell, inside } from './cells.ts'
import { type CellChange, NO_HISTORY, redo, remembered, undo } from './edit-history.ts'
import type { SheetColumn } from './sheet-column.ts'
import { parseTsv, toTsv } from './tsv.ts'

export interface Draft {
  text: string
  /** What stood there when it was begun. */
  seen: string
  /** Begun by typing over the cell: arrow keys then leave it, as in any spreadsheet. */
  typed: boolean
}

interface SheetInput<Row> {
  columns: readonly SheetColumn<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  onEdit: (changes: readonly CellChange[]) => void
}

const FIRST = { active: { row: 0, col: 0 }, far: { row: 0, col: 0 } }

function sheetOf<Row>({ columns, rows }: SheetInput<Row>): Sheet {
  return {
    rows: rows.length,
    cols: columns.length,
    text: ({ row, col }) => {
      const [at, column] = [rows[row], columns[col]]
      return at === undefined || column === undefined ? '' : column.text(at)
    },
    isEditable: ({ row, col }) => {
      const at = rows[row]
      return at !== undefined && (columns[col]?.isEditable?.(at) ?? false)
    },
  }
}

/** Selection, the edit under way, and what was done and may be undone. */
export function useSheet<Row>(input: SheetInput<Row>) {
  const { columns, rows, rowKey, onEdit } = input
  const sheet = sheetOf(input)
  const [chosen, setChosen] = useState<{ active: Cell; far: Cell }>(FIRST)
  const [draft, setDraft] = useState<Draft | null>(null)
  const [history, setHistory] = useState(NO_HISTORY)
  const [skipped, setSkipped] = useState(0)
  const active = inside(chosen.active, sheet)
  const far = inside(chosen.far, sheet)
  const block = blockOf(active, far)

  const changeAt = (cell: Cell, text: string): CellChange => ({
    rowKey: rowKey(rows[cell.row] as Row),
    columnId: columns[cell.col]?.id ?? '',
    text,
  })
  const act = ({ edits, skipped: left }: BlockEdit, seen?: string) => {
    setSkipped(left)
    if (edits.length === 0) return
    const made = edits.map(({ cell, text }) => ({ ...changeAt(cell, text), ...(seen !== undefined && { seen }) }))
    setHistory(remembered(history, { made, before: edits.map(({ cell }) => changeAt(cell, sheet.text(cell))) }))
    onEdit(made)
  }
  const travel = (way: typeof undo) => {
    const step = way(history)
    if (!step) return
    setHistory(step.history)
    onEdit(step.changes)
  }

  return {
    sheet,
    active,
    block,
    draft,
    skipped,
    select(cell: Cell, extend = false) {
      setSkipped(0)
      const to = inside(cell, sheet)
      setChosen({ active: extend ? active : to, far: to })
    },
    /** The corner of the selection that moves while Shift is held. */
    far,
    canEdit: sheet.isEditable(active),
    write: (text: string, typed: boolean) =>
      setDraft({ text, seen: draft?.seen ?? sheet.text(active), typed: draft?.typed ?? typed }),
    cancel: () => setDraft(null),
    commit(text = draft?.text) {
      setDraft(null)
      if (text === undefined || text === (draft?.seen ?? sheet.text(active))) return
      const isOvertaken = draft !== null && draft.seen !== sheet.text(active)
      act({ edits: [{ cell: active, text }], skipped: 0 }, isOvertaken ? draft.seen : undefined)
    },
    copied: () => toTsv(textsOf(sheet, block)),
    paste: (text: string) => act(pasted(sheet, parseTsv(text), block)),
    fillDown: () => act(filledDown(sheet, block)),
    clear: () => act(cleared(sheet, block)),
    undo: () => travel(undo),
    redo: () => travel(redo),
  }
}

export type SheetState = ReturnType<typeof useSheet>
