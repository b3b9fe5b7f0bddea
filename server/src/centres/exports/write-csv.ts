import type { EvaluatedCentre } from '@lvliang/shared/board/summarise'
import type { Cell, Column } from './column.ts'
import { safeText } from './safe-text.ts'

const BOM = '\uFEFF'

function field(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = safeText(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A table as CSV that Excel opens as it is: UTF-8 with BOM, CRLF. */
export function writeCsv(columns: readonly Column[], entries: readonly EvaluatedCentre[]): string {
  const lines = [
    columns.map(({ header }) => field(header)),
    ...entries.map(entry => columns.map(({ value }) => field(value(entry)))),
  ]
  return `${BOM}${lines.map(line => `${line.join(',')}\r\n`).join('')}`
}
