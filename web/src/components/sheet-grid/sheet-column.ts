import type { ReactNode } from 'react'

export interface SheetColumn<Row> {
  id: string
  header: string
  /** The head in full, where the visible one is short or stands under a group. */
  title?: string
  /** Neighbouring columns of one group share a head above theirs. */
  group?: string
  /** Pixels. */
  width: number
  numeric?: boolean
  /** The column whose cell names its row. */
  rowHeader?: boolean
  /** What the cell holds, as it is typed, copied and pasted. */
  text: (row: Row) => string
  /** What stands in the cell, where it is more than its text. */
  cell?: (row: Row) => ReactNode
  /** Left out: nothing in this column can be changed. */
  isEditable?: (row: Row) => boolean
  /** The texts there are to choose from, where not any will do. */
  choices?: readonly string[]
  inputMode?: 'numeric' | 'tel'
}

export interface MarkAction {
  label: string
  run: () => void
}

/** What there is to say of a cell: on its way, not saved, wrong, doubtful, or changed by somebody else. */
export interface CellMark {
  kind: 'saving' | 'failed' | 'fault' | 'doubt' | 'theirs'
  text: string
  /** What may be done about it; the first also by Alt+Enter. */
  actions?: readonly MarkAction[]
}

/** The marks of one row by column; the same object as long as nothing of it changes. */
export type RowMarks = Readonly<Record<string, CellMark>>
