import { safeText } from './safe-text.ts'

export type Cell = string | number | null

/** Begins a file that Excel shall read as UTF-8. */
export const BOM = '\uFEFF'

function field(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = safeText(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A line of CSV that Excel opens as it is: no cell a formula, CRLF. */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(field).join(',')}\r\n`
