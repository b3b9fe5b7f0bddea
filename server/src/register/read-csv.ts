import { type Problem, problemAt } from '@lvliang/shared/register/problem'
import type { RawRow, RawTable } from '@lvliang/shared/register/raw-table'
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

/** Splits CSV text into rows, counted from 1; rows without any cell are counted and left out. */
export function parseCsv(text: string): { rows: RawRow[]; problems: Problem[] } {
  const scanner = new CsvScanner(text)
  const rows: RawRow[] = []
  for (let number = 1; !scanner.isAtEnd; number++) {
    const cells = scanner.readRow(number)
    if (cells.some(cell => cell !== '')) rows.push({ number, cells: cells.map(cell => (cell === '' ? null : cell)) })
  }
  return { rows, problems: scanner.problems }
}

const LINE_END = /\r\n|\r|\n/y
const OPENING = /[^\S\r\n]*"/y
/** A quoted cell, its quotes doubled inside. */
const QUOTED = /[^\S\r\n]*"((?:[^"]|"")*)"[^\S\r\n]*/y
/** Anything up to the next comma or line end. */
const BARE = /[^,\r\n]*/y

class CsvScanner {
  readonly problems: Problem[] = []
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#text.length
  }

  readRow(number: number): string[] {
    const cells: string[] = []
    do cells.push(this.#readCell(number, cells.length + 1))
    while (this.#take(/,/y) !== null)
    this.#take(LINE_END)
    return cells
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at
    const match = pattern.exec(this.#text)
    if (match !== null) this.#at = pattern.lastIndex
    return match
  }

  #readCell(row: number, column: number): string {
    OPENING.lastIndex = this.#at
    if (!OPENING.test(this.#text)) return (this.#take(BARE) as RegExpExecArray)[0]
    const place = { row, column, header: '', value: this.#text.slice(this.#at, this.#at + 30) }
    const quoted = this.#take(QUOTED)
    if (quoted === null) {
      this.problems.push(problemAt(place, 'quoteOpen'))
      this.#at = this.#text.length
      return ''
    }
    const rest = (this.#take(BARE) as RegExpExecArray)[0]
    if (rest !== '') this.problems.push(problemAt(place, 'quoteStray'))
    return (quoted[1] as string).replaceAll('""', '"')
  }
}
