import { writeFileSync } from 'node:fs'
import { extname } from 'node:path'
import { parseArgs } from 'node:util'
import { dayNumber, isCalendarDate } from '@lvliang/shared/dates/calendar-date'
import { allColumns, type ColumnMeaning, headerOf, meaningKey } from '@lvliang/shared/register/columns'
import { countyAreas } from '@lvliang/shared/register/county-areas'
import { readCountyFeatures } from '../lib/county-features.ts'
import { readPlanFile } from '../store/read-plan.ts'
import { isOffered } from './column-help.ts'
import { readGazetteer } from './gazetteer.ts'
import { type SyntheticRow, synthesizeRows } from './synthesize-rows.ts'
import { type CellValue, toCsv } from './write-csv.ts'
import { streamWorkbook } from './write-workbook.ts'

const USAGE = `用法 usage:
  npm run synthesize -- N FILE [--seed S] [--as-of YYYY-MM-DD]   (.csv 或 or .xlsx)
  --as-of 给出时带资金，累计到该日 / with money, cumulative to that day`

const MOST_ROWS = 50_000
/** The serial of 1970-01-01 in the 1900 date system. */
const EPOCH_SERIAL = 25_569

function parse(args: string[]) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { seed: { type: 'string', default: '1' }, 'as-of': { type: 'string' } },
  })
  const [count = '', file = '', ...rest] = positionals
  const asOf = values['as-of']
  const isValid =
    /^\d+$/.test(count) &&
    Number(count) >= 1 &&
    Number(count) <= MOST_ROWS &&
    ['.csv', '.xlsx'].includes(extname(file).toLowerCase()) &&
    rest.length === 0 &&
    /^\d{1,9}$/.test(values.seed) &&
    (asOf === undefined || isCalendarDate(asOf))
  return isValid ? { count: Number(count), file, seed: Number(values.seed), asOf } : null
}

const toSerial = (meaning: ColumnMeaning, value: CellValue) =>
  meaning.kind === 'day' && typeof value === 'string' ? dayNumber(value) + EPOCH_SERIAL : value

const cellsOf = (columns: readonly ColumnMeaning[], row: SyntheticRow): CellValue[] =>
  columns.map(meaning => row[meaningKey(meaning)] ?? null)

function* sheetRows(columns: readonly ColumnMeaning[], rows: Iterable<SyntheticRow>): Generator<CellValue[]> {
  for (const row of rows) yield cellsOf(columns, row).map((value, i) => toSerial(columns[i] as ColumnMeaning, value))
}

async function main(args: string[]): Promise<number> {
  const options = parse(args)
  if (options === null) {
    console.error(USAGE)
    return 1
  }
  const { count, seed, file, asOf } = options
  const plan = readPlanFile()
  const withMoney = asOf !== undefined
  const rows = synthesizeRows({
    count,
    seed,
    plan,
    areas: countyAreas(readCountyFeatures()),
    gazetteer: readGazetteer(),
    lastDay: asOf ?? `${plan.year}-12-31`,
    withMoney,
  })
  const columns = allColumns('wan').filter(meaning => isOffered(meaning) && (withMoney || meaning.kind !== 'money'))
  console.log(`生成 ${count} 行…… / Making ${count} rows…`)
  if (file.toLowerCase().endsWith('.xlsx')) await streamWorkbook(file, columns, sheetRows(columns, rows))
  else writeFileSync(file, toCsv([columns.map(headerOf), ...[...rows].map(row => cellsOf(columns, row))]))
  console.log(`已写入 ${file} / written. 载入 load: npm run load -- ${file}${withMoney ? ` --as-of ${asOf}` : ''}`)
  return 0
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  console.error(`${(error as Error).message}\n${USAGE}`)
  process.exitCode = 1
}
