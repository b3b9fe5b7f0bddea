import { type ColumnMeaning, headerOf, type MoneyUnit, meaningKey, parseHeader } from './columns.ts'
import { plainKey } from './names.ts'
import { type Problem, problemAt } from './problem.ts'
import { columnLetters, isBlank, type MergedRange, type RawRow, type RawTable, shownCell } from './raw-table.ts'

export interface Column {
  /** Counted from 1. */
  index: number
  /** The header as typed. */
  header: string
  meaning: ColumnMeaning
  /** The meaning as one word. */
  key: string
}

export interface Header {
  /** The sheet's own row number of the header. */
  row: number
  columns: Column[]
  /** How many columns the header names, unknown ones included. */
  width: number
}

/** A title, its subtitle and a line of units may stand above the header, hardly more. */
const ROWS_SEARCHED = 15
const UNIT_LINE = /单位:?(万元|元)/

const headerTexts = (row: RawRow) => row.cells.map(cell => shownCell(cell).replace(/\s*[\r\n]+\s*/g, ''))
const knownCount = (row: RawRow) => headerTexts(row).filter(text => parseHeader(text) !== null).length

function headerRow(table: RawTable): RawRow | null {
  let best: RawRow | null = null
  for (const row of table.rows.slice(0, ROWS_SEARCHED)) {
    if (knownCount(row) > (best === null ? 0 : knownCount(best))) best = row
  }
  return best
}

/** A line such as 单位：万元 above the header stands for every money column that names no unit itself. */
function unitAbove(table: RawTable, header: RawRow): MoneyUnit | null {
  for (const row of table.rows) {
    if (row.number >= header.number) return null
    const unit = UNIT_LINE.exec(plainKey(row.cells.map(shownCell).join('')))?.[1]
    if (unit !== undefined) return unit === '元' ? 'yuan' : 'wan'
  }
  return null
}

/** Finds the header and what its columns mean. */
export function findHeader(table: RawTable): { header: Header | null; problems: Problem[] } {
  const found = headerRow(table)
  if (found === null) return { header: null, problems: [problemAt(null, 'noHeader')] }
  const unit = unitAbove(table, found)
  const columns: Column[] = []
  const problems: Problem[] = []
  const byKey = new Map<string, Column>()
  for (const [i, text] of headerTexts(found).entries()) {
    if (text === '') continue
    const place = { row: found.number, column: i + 1, header: text, value: text }
    const meaning = parseHeader(text)
    if (meaning === null) {
      problems.push(problemAt(place, 'unknownColumn'))
      continue
    }
    const key = meaningKey(meaning)
    const same = byKey.get(key)
    if (same !== undefined) {
      problems.push(problemAt(place, 'duplicateColumn', { other: columnLetters(same.index) }))
      continue
    }
    const column = { index: i + 1, header: text, meaning: withUnit(meaning, unit ?? plainUnit(text)), key }
    byKey.set(key, column)
    columns.push(column)
  }
  problems.push(...missingColumns(found.number, columns), ...mergedCells(table, found.number, columns))
  if (byKey.has('population.resident') && byKey.has('population.registered')) {
    const { index, header } = byKey.get('population.registered') as Column
    problems.push(problemAt({ row: found.number, column: index, header, value: header }, 'populationTwice'))
  }
  return { header: { row: found.number, columns, width: found.cells.length }, problems }
}

/** An English money header is a plain name, in yuan; a Chinese one must say 万元 or 元. */
const plainUnit = (header: string): MoneyUnit | null => (/^[\x20-\x7e]+$/.test(header) ? 'yuan' : null)

const withUnit = (meaning: ColumnMeaning, unit: MoneyUnit | null): ColumnMeaning =>
  meaning.kind === 'money' && meaning.unit === null ? { ...meaning, unit } : meaning

const REQUIRED: ColumnMeaning[] = [{ kind: 'county' }, { kind: 'text', field: 'village' }]

function missingColumns(row: number, columns: Column[]): Problem[] {
  const keys = new Set(columns.map(({ key }) => key))
  return REQUIRED.filter(meaning => !keys.has(meaningKey(meaning))).map(meaning => {
    const name = headerOf(meaning)
    return problemAt({ row, column: null, header: name, value: '' }, 'missingColumn', { name })
  })
}

/** Merged cells hide which row or column a value belongs to; above the header and in unknown columns they do no harm. */
function mergedCells(table: RawTable, headerNumber: number, columns: Column[]): Problem[] {
  const lastRow = table.rows.findLast(row => row.cells.some(cell => !isBlank(cell)))?.number ?? headerNumber
  return table.merges.flatMap(range => {
    const column = columns.find(({ index }) => index >= range.left && index <= range.right)
    if (column === undefined || range.bottom < headerNumber || range.top > lastRow) return []
    if (range.top <= headerNumber && range.left === range.right && range.bottom === headerNumber) return []
    const at = table.rows.find(row => row.number === range.top)?.cells[range.left - 1]
    const place = { row: range.top, column: range.left, header: column.header, value: shownCell(at) }
    return [problemAt(place, range.top <= headerNumber ? 'mergedHeader' : 'mergedCells', { range: rangeName(range) })]
  })
}

const rangeName = ({ top, left, bottom, right }: MergedRange) =>
  `${columnLetters(left)}${top}:${columnLetters(right)}${bottom}`
