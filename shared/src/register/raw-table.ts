/**
 * One cell as the file holds it. A number is an Excel number (dates included: the raw serial); text is as typed.
 * What cannot be trusted as a value keeps its own shape, so that the reader can name it.
 */
export type RawCell = string | number | boolean | null | { formula: string } | { error: string }

/** Rows and columns counted from 1 as the sheet shows them, both ends included. */
export interface MergedRange {
  top: number
  left: number
  bottom: number
  right: number
}

export interface RawRow {
  /** The sheet's own row number. */
  number: number
  cells: RawCell[]
}

/** One sheet. Rows without any cell may be absent. */
export interface RawTable {
  /** In a CSV a row longer than its header has lost its columns; in a workbook a value beside the table harms nothing. */
  format: 'csv' | 'xlsx'
  rows: RawRow[]
  merges: MergedRange[]
  /** Whether serials count from 1904 (the date system of old Macintosh workbooks). */
  date1904: boolean
  /** Sheets that were not read. */
  otherSheets: string[]
}

const INVISIBLE = /[\u200B-\u200D\u2060\uFEFF]/g

/** Text without leading, trailing and invisible characters. */
export function trimmed(text: string): string {
  return text.replace(INVISIBLE, '').trim()
}

/** Whether a cell states nothing. */
export function isBlank(cell: RawCell | undefined): cell is null | undefined {
  return cell === null || cell === undefined || (typeof cell === 'string' && trimmed(cell) === '')
}

/** A cell as shown to people. */
export function shownCell(cell: RawCell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'object') return 'formula' in cell ? `=${cell.formula.replace(/^=/, '')}` : cell.error
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  return typeof cell === 'number' ? String(cell) : trimmed(cell)
}

/** The letters of a column counted from 1: 1 → A, 27 → AA. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}
