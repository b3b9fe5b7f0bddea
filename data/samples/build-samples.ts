// Makes the sample registers: npx tsx --conditions=source data/samples/build-samples.ts
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readCountyFeatures } from '@lvliang/server/lib/county-features'
import { isOffered } from '@lvliang/server/register/column-help'
import { readGazetteer } from '@lvliang/server/register/gazetteer'
import { type SyntheticRow, synthesizeRows } from '@lvliang/server/register/synthesize-rows'
import { type CellValue, toCsv } from '@lvliang/server/register/write-csv'
import { writeWorkbook } from '@lvliang/server/register/write-workbook'
import { readPlanFile } from '@lvliang/server/store/read-plan'
import { dayNumber } from '@lvliang/shared/dates/calendar-date'
import { allColumns, type ColumnMeaning, headerOf, meaningKey } from '@lvliang/shared/register/columns'
import { countyAreas } from '@lvliang/shared/register/county-areas'
import { NAMES } from '../demonstration/names.ts'

const REMARK = '演示数据（虚构）'
const COUNT = 20
/** The serial of 1970-01-01 in the 1900 date system. */
const EPOCH_SERIAL = 25_569

const plan = readPlanFile()
const columns = allColumns('wan').filter(isOffered)
const pathOf = (name: string) => fileURLToPath(new URL(name, import.meta.url))

/** Rows as a county office would hand them in at the end of July, under the demonstration's invented names. */
function sampleRows(): SyntheticRow[] {
  const rows = synthesizeRows({
    count: COUNT,
    seed: 2018,
    plan,
    areas: countyAreas(readCountyFeatures()),
    gazetteer: readGazetteer(),
    lastDay: '2018-07-31',
    withMoney: true,
  })
  const taken = new Map<string, number>()
  return [...rows].map(({ villageCode, ...row }) => {
    const code = String(villageCode).slice(0, 6)
    const nth = taken.get(code) ?? 0
    taken.set(code, nth + 1)
    const places = (NAMES[code] ?? []).flatMap(([town, villages]) => villages.map(village => ({ town, village })))
    return { ...row, ...places[nth], note: REMARK }
  })
}

const cellsOf = (row: SyntheticRow): CellValue[] => columns.map(meaning => row[meaningKey(meaning)] ?? null)
const asSerial = (meaning: ColumnMeaning, value: CellValue) =>
  meaning.kind === 'day' && typeof value === 'string' ? dayNumber(value) + EPOCH_SERIAL : value

/** One mistake of every common sort, each in a row of its own. */
const MISTAKES: ((row: SyntheticRow) => SyntheticRow)[] = [
  row => ({ ...row, county: '离市区' }),
  row => ({ ...row, code: 'LL2018-001' }),
  row => ({ ...row, village: '' }),
  row => ({ ...row, villageCode: '1.41123E+11' }),
  row => ({ ...row, 'reported.started': '5月' }),
  row => ({ ...row, 'reported.approved': '2018-02-30' }),
  row => ({ ...row, 'reported.started': '2018-09-01' }),
  row => ({ ...row, 'population.resident': '约1200' }),
  row => ({ ...row, areaM2: '=B2*12' }),
  row => ({ ...row, 'provincialBudget.issued': 50_000 }),
  row => ({ ...row, 'municipalBudget.issued': 1, 'municipalBudget.disbursed': 2 }),
  row => ({ ...row, lon: row.lat as number, lat: row.lon as number }),
  row => ({ ...row, lon: 116.4, lat: 39.9 }),
  row => ({ ...row, meals: '待定' }),
]

/** A cell that begins with `=` is written as it is: the reader has to name it. */
const asTyped = (csv: string) => csv.replaceAll("'=", '=')

const rows = sampleRows()
const headers = columns.map(headerOf)
writeFileSync(pathOf('register.csv'), toCsv([headers, ...rows.map(cellsOf)]))
await writeWorkbook(pathOf('register.xlsx'), {
  columns,
  rows: rows.map(row => cellsOf(row).map((value, i) => asSerial(columns[i] as ColumnMeaning, value))),
  plan,
  remark: REMARK,
})
const broken = rows.map((row, i) => MISTAKES[i - 1]?.(row) ?? row)
writeFileSync(pathOf('register-with-mistakes.csv'), asTyped(toCsv([headers, ...broken.map(cellsOf)])))
