import type { ReactNode } from 'react'
import type { CellValue } from './csv.ts'

/** Goes onto the one control of a row that takes focus: a link or a button. Arrow keys move between rows. */
export interface RowMainProps {
  tabIndex: number
  'data-row-main': ''
}

export interface Column<Row> {
  id: string
  header: string
  /** The head in full, where the visible one is short. */
  title?: string
  /** What stands in the head, where it is more than words. */
  head?: ReactNode
  numeric?: boolean
  /** What the cell, the export and the order go by where nothing else is said. */
  value: (row: Row) => CellValue
  /** What the column sorts by, where its words do not sort. */
  sortBy?: (row: Row) => CellValue
  /** What stands in the cell, where it is more than the value. */
  cell?: (row: Row, main: RowMainProps) => ReactNode
  /** The columns of the export this one becomes, where it is not simply its value. */
  exported?: readonly { header: string; value: (row: Row) => CellValue }[]
  total?: ReactNode
  /** The column whose cell names its row. */
  rowHeader?: boolean
  sortable?: boolean
  descendingFirst?: boolean
  className?: string
}
