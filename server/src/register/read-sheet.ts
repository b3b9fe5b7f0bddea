import type { MergedRange, RawCell, RawRow } from '@lvliang/shared/register/raw-table'
import type { Workbook } from './xlsx-parts.ts'
import { ZipError } from './zip-archive.ts'

/** Rows and columns beyond any register: cells out there are strays or an attack. */
const LIMITS = { rows: 60_000, columns: 1024, cells: 6_000_000 }

export interface SheetSource {
  workbook: Workbook
  part: string
  strings: readonly string[]
}

/**
 * Hands over a sheet's rows as they are read, cells as stored: raw serials, formulas and merges seen, nothing
 * formatted. Returns the merged ranges.
 */
export function readSheet({ workbook, part, strings }: SheetSource, take: (row: RawRow) => void): MergedRange[] {
  const reader = new SheetReader(strings, take)
  workbook.stream(part, reader)
  return reader.merges
}

interface OpenCell {
  column: number
  type: string
  value: string
  formula: string | null
}

class SheetReader {
  readonly merges: MergedRange[] = []
  readonly #strings: readonly string[]
  readonly #take: (row: RawRow) => void
  #rows = 0
  #row: RawRow = { number: 0, cells: [] }
  #cell: OpenCell | null = null
  #into: 'value' | 'formula' | null = null
  #phonetic = 0
  #count = 0

  constructor(strings: readonly string[], take: (row: RawRow) => void) {
    this.#strings = strings
    this.#take = take
  }

  open = (name: string, attributes: Record<string, string>): void => {
    if (name === 'row') this.#openRow(attributes.r)
    else if (name === 'c') this.#openCell(attributes)
    else if (name === 'mergeCell') this.merges.push(parseRange(attributes.ref ?? ''))
    else if (name === 'rPh') this.#phonetic += 1
    else if (this.#cell !== null && name === 'f') {
      this.#cell.formula = ''
      this.#into = 'formula'
    } else if (this.#cell !== null && (name === 'v' || (name === 't' && this.#phonetic === 0))) this.#into = 'value'
  }

  text = (piece: string): void => {
    if (this.#cell === null || this.#into === null) return
    if (this.#into === 'value') this.#cell.value += piece
    else this.#cell.formula += piece
  }

  close = (name: string): void => {
    if (name === 'v' || name === 'f' || name === 't') this.#into = null
    else if (name === 'rPh') this.#phonetic -= 1
    else if (name === 'c') this.#closeCell()
    else if (name === 'row' && this.#row.cells.length > 0) this.#take(this.#row)
  }

  #openRow(r: string | undefined) {
    const number = r === undefined ? this.#row.number + 1 : Number(r)
    if (!Number.isInteger(number) || number <= this.#row.number) throw new ZipError('zipBroken', `row ${r}`)
    this.#rows += 1
    if (this.#rows > LIMITS.rows) throw new ZipError('zipBomb', `${this.#rows} rows`)
    this.#row = { number, cells: [] }
  }

  #openCell({ r, t }: Record<string, string>) {
    const column = r === undefined ? this.#row.cells.length + 1 : columnNumber(r)
    this.#count += 1
    if (this.#count > LIMITS.cells) throw new ZipError('zipBomb', `${this.#count} cells`)
    this.#cell = { column, type: t ?? 'n', value: '', formula: null }
  }

  #closeCell() {
    const cell = this.#cell
    this.#cell = null
    if (cell === null || cell.column > LIMITS.columns) return
    const raw = this.#toRaw(cell)
    if (raw === null) return
    const { cells } = this.#row
    while (cells.length < cell.column - 1) cells.push(null)
    cells[cell.column - 1] = raw
  }

  #toRaw({ type, value, formula }: OpenCell): RawCell {
    if (formula !== null) return { formula: formula === '' ? value : formula }
    if (value === '') return null
    switch (type) {
      case 's':
        return this.#strings[Number(value)] ?? null
      case 'b':
        return value === '1'
      case 'e':
        return { error: value }
      case 'n':
        return Number.isFinite(Number(value)) ? Number(value) : value
      default:
        return value
    }
  }
}

function columnNumber(reference: string): number {
  let column = 0
  for (const letter of /^[A-Z]*/.exec(reference)?.[0] ?? '') column = column * 26 + letter.charCodeAt(0) - 64
  if (column === 0) throw new ZipError('zipBroken', `cell ${reference}`)
  return column
}

const rowNumber = (reference: string) => Number(/\d+$/.exec(reference)?.[0] ?? 0)

function parseRange(reference: string): MergedRange {
  const [from = '', to = from] = reference.replaceAll('$', '').split(':')
  return { top: rowNumber(from), left: columnNumber(from), bottom: rowNumber(to), right: columnNumber(to) }
}
