import { type Problem, problemAt } from '@lvliang/shared/register/problem'
import type { RawCell, RawRow, RawTable } from '@lvliang/shared/register/raw-table'
import { decodeText } from './decode-text.ts'

export type ReadTable = { table: RawTable } | { problems: Problem[] }

/** Reads a CSV (RFC 4180): each record is one row of the sheet, however many lines its quotes span. */
export function readCsv(bytes: Uint8Array): ReadTable {
  const decoded = decodeText(bytes)
  if ('problems' in decoded) return decoded
  const { rows, problems } = parseCsv(decoded.text)
  if (problems.length > 0) return { problems }
  return { table: { format: 'csv', rows, merges: [], date1904: false, otherSheets: [] } }
}

const LINE_END = /\r\n|\r|\n/y
/** A quoted cell, its quotes doubled inside; or anything up to the next comma or line end. */
const QUOTED = /\s*"((?:[^"]|"")*)"[^\S\r\n]*/y
const BARE = /[^,\r\n]*/y

/** Splits CSV text into rows, counted from 1; rows without any cell are counted and left out. */
export function parseCsv(text: string): { rows: RawRow[]; problems: Problem[] } {
  const rows: RawRow[] = []
  const problems: Problem[] = []
  let at = 0
  for (let number = 1; at < text.length; number++) {
    const cells: RawCell[] = []
    for (;;) {
      const isQuoted = /[^\S\r\n]*"/y
      isQuoted.lastIndex = at
      const pattern = isQuoted.test(text) ? QUOTED : BARE
      pattern.lastIndex = at
      const match = pattern.exec(text)
      if (match === null) {
        const place = { row: number, column: cells.length + 1, header: '', value: text.slice(at, at + 20) }
        return { rows, problems: [...problems, problemAt(place, 'quoteOpen')] }
      }
      at = pattern.lastIndex
      cells.push(pattern === QUOTED ? (match[1] as string).replaceAll('""', '"') : (match[0] as string))
      if (pattern === QUOTED && at < text.length && !/[,\r\n]/.test(text[at] as string)) {
        BARE.lastIndex = at
        const rest = BARE.exec(text)?.[0] ?? ''
        const place = { row: number, column: cells.length, header: '', value: `${match[0]}${rest}`.slice(0, 40) }
        problems.push(problemAt(place, 'quoteStray'))
        at = BARE.lastIndex
      }
      if (text[at] !== ',') break
      at += 1
    }
    LINE_END.lastIndex = at
    LINE_END.test(text)
    at = Math.max(at, LINE_END.lastIndex)
    if (cells.some(cell => cell !== '')) rows.push({ number, cells: cells.map(cell => (cell === '' ? null : cell)) })
  }
  return { rows, problems }
}
