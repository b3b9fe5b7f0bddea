import type { BUILDS } from '../centres/record.schema.ts'
import type { CalendarDate } from '../dates/calendar-date.ts'
import type { FundingSource, FundKind, PlanFile } from '../plan/plan.schema.ts'
import type { ReportableStage } from '../plan/stage.ts'
import type { ColumnMeaning, MoneyUnit, PopulationBasis, TextField } from './columns.ts'
import { type Column, findHeader, type Header } from './find-header.ts'
import { matchCounty } from './match-county.ts'
import { parseDay } from './parse-day.ts'
import { parseFen, parsePositive, parseWhole } from './parse-number.ts'
import {
  parseBuild,
  parseCentreCode,
  parseDegrees,
  parsePair,
  parseText,
  parseVillageCode,
  parseYesNo,
} from './parse-words.ts'
import { type Params, type Parsed, type Place, type Problem, type ProblemCode, problemAt } from './problem.ts'
import { isBlank, type RawCell, type RawRow, type RawTable, shownCell } from './raw-table.ts'

export type Days = Partial<Record<ReportableStage, CalendarDate>>

export interface StatedMoney {
  source: FundingSource
  fund: FundKind
  /** Cumulative. */
  amountFen: number
  /** As its header says. */
  unit: MoneyUnit
}

/** One row as stated: only what it states is there, datum and code as typed. */
export interface StatedRow {
  row: number
  code?: string
  countyCode?: string
  villageCode?: string
  texts: Partial<Record<TextField, string>>
  population?: { value: number; basis: PopulationBasis }
  build?: (typeof BUILDS)[number]
  areaM2?: number
  meals?: boolean
  lon?: number
  lat?: number
  pair?: [number, number]
  reported: Days
  recognised: Days
  planned: Days
  money: StatedMoney[]
}

/** A row that still knows its sheet, so that problems can name their place. */
export interface RegisterRow extends StatedRow {
  /** The place of a column in this row, by the meaning's key. */
  placeOf(key: string): Place
}

export interface ReadResult {
  rows: RegisterRow[]
  problems: Problem[]
}

const LIMITS = { rows: 50_000, population: 10_000_000, areaM2: 1_000_000, text: 200, note: 2000 }

/** Reads every row of a register. Cells that cannot be read are problems; the rest of their row is still read. */
export function readRegister(table: RawTable, plan: PlanFile): ReadResult {
  const { header, problems } = findHeader(table)
  if (header === null) return { rows: [], problems }
  const below = table.rows.filter(row => row.number > header.row && statesAnything(row, header, table))
  if (below.length === 0) problems.push(problemAt(null, 'noRows'))
  if (below.length > LIMITS.rows)
    return { rows: [], problems: [problemAt(null, 'tooManyRows', { limit: LIMITS.rows })] }
  const rows = below.map(raw => new RowReader(raw, { header, table, plan, problems }).read())
  return { rows, problems: [...problems, ...unitsMissing(header, rows)] }
}

/** Rows with nothing but running numbers or remarks in unknown columns are no centres. */
function statesAnything({ cells }: RawRow, { columns, width }: Header, { format }: RawTable): boolean {
  if (columns.some(({ index }) => !isBlank(cells[index - 1]))) return true
  return format === 'csv' && cells.slice(width).some(cell => !isBlank(cell))
}

/** A money column without a unit does no harm while it is blank. */
function unitsMissing(header: Header, rows: RegisterRow[]): Problem[] {
  return header.columns.flatMap(({ meaning, key, index, header: name }) => {
    if (meaning.kind !== 'money' || meaning.unit !== null) return []
    if (!rows.some(row => row.placeOf(key).value !== '')) return []
    return [problemAt({ row: header.row, column: index, header: name, value: name }, 'moneyUnitMissing', { name })]
  })
}

interface RowContext {
  header: Header
  table: RawTable
  plan: PlanFile
  problems: Problem[]
}

class RowReader {
  readonly #raw: RawRow
  readonly #context: RowContext
  readonly #row: RegisterRow

  constructor(raw: RawRow, context: RowContext) {
    this.#raw = raw
    this.#context = context
    this.#row = {
      row: raw.number,
      texts: {},
      reported: {},
      recognised: {},
      planned: {},
      money: [],
      placeOf: key => placeOf(context.header, raw, key),
    }
  }

  read(): RegisterRow {
    for (const column of this.#context.header.columns) this.#readCell(column)
    this.#extraCells()
    for (const key of ['county', 'village']) this.#required(key)
    return this.#row
  }

  #readCell(column: Column) {
    const cell = this.#raw.cells[column.index - 1]
    if (isBlank(cell)) return
    const untrusted = untrustedCode(cell)
    if (untrusted !== null) return this.#problem(column, untrusted)
    const parsed = this.#parse(column.meaning, cell as RawCell)
    if (parsed !== null && 'code' in parsed) this.#problem(column, parsed.code, parsed.params)
  }

  #parse(meaning: ColumnMeaning, cell: RawCell): Parsed<unknown> | null {
    const row = this.#row
    const { plan, table } = this.#context
    switch (meaning.kind) {
      case 'code':
        return keep(parseCentreCode(cell, plan.codePrefix), value => (row.code = value))
      case 'county':
        return keep(matchCounty(shownCell(cell), plan.counties), value => (row.countyCode = value))
      case 'villageCode':
        return keep(parseVillageCode(cell), value => (row.villageCode = value))
      case 'text':
        return keep(parseText(cell, meaning.field === 'note' ? LIMITS.note : LIMITS.text), value => {
          row.texts[meaning.field] = value
        })
      case 'population':
        return keep(parseWhole(cell, LIMITS.population), value => {
          if (row.population?.basis !== 'resident') row.population = { value, basis: meaning.basis }
        })
      case 'build':
        return keep(parseBuild(cell), value => (row.build = value))
      case 'areaM2':
        return keep(parsePositive(cell, LIMITS.areaM2), value => (row.areaM2 = value))
      case 'meals':
        return keep(parseYesNo(cell), value => (row.meals = value))
      case 'lon':
        return keep(parseDegrees(cell), value => (row.lon = value))
      case 'lat':
        return keep(parseDegrees(cell), value => (row.lat = value))
      case 'position':
        return keep(parsePair(cell), value => (row.pair = value))
      case 'day':
        return keep(parseDay(cell, { year: plan.year, date1904: table.date1904 }), value => {
          row[meaning.basis][meaning.stage] = value
        })
      case 'money':
        return this.#readMoney(meaning, cell)
    }
  }

  #readMoney({ source, fund, unit }: ColumnMeaning & { kind: 'money' }, cell: RawCell): Parsed<number> | null {
    if (unit === null) return null
    return keep(parseFen(cell, unit), amountFen => this.#row.money.push({ source, fund, amountFen, unit }))
  }

  #problem({ key }: Column, code: ProblemCode, params?: Params) {
    this.#context.problems.push(problemAt(this.#row.placeOf(key), code, params))
  }

  #extraCells() {
    const { header, table, problems } = this.#context
    if (table.format !== 'csv') return
    this.#raw.cells.slice(header.width).forEach((cell, i) => {
      if (isBlank(cell)) return
      const place = { row: this.#raw.number, column: header.width + i + 1, header: '', value: shownCell(cell) }
      problems.push(problemAt(place, 'extraCell'))
    })
  }

  #required(key: string) {
    const column = this.#context.header.columns.find(column => column.key === key)
    if (column === undefined || !isBlank(this.#raw.cells[column.index - 1])) return
    this.#problem(column, 'required', { name: column.header })
  }
}

function keep<T>(parsed: Parsed<T>, take: (value: T) => void): Parsed<T> {
  if ('value' in parsed) take(parsed.value)
  return parsed
}

/** Formulas and error values are no statement; a cell of text that begins with `=` is a formula in a CSV. */
function untrustedCode(cell: RawCell): ProblemCode | null {
  if (typeof cell === 'string') return cell.trimStart().startsWith('=') ? 'formula' : null
  if (typeof cell !== 'object' || cell === null) return null
  return 'formula' in cell ? 'formula' : 'cellError'
}

function placeOf(header: Header, raw: RawRow, key: string): Place {
  const column = header.columns.find(column => column.key === key)
  if (column === undefined) return { row: raw.number, column: null, header: '', value: '' }
  const value = shownCell(raw.cells[column.index - 1])
  return { row: raw.number, column: column.index, header: column.header, value }
}
