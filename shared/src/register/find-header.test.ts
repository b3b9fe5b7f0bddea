import { expect, test } from 'vitest'
import { meaningKey } from './columns.ts'
import { findHeader } from './find-header.ts'
import type { RawCell, RawTable } from './raw-table.ts'

const table = (rows: RawCell[][], more: Partial<RawTable> = {}): RawTable => ({
  format: 'xlsx',
  rows: rows.map((cells, i) => ({ number: i + 1, cells })),
  merges: [],
  date1904: false,
  otherSheets: [],
  ...more,
})

test('the header may stand below a title, and the unit between them', () => {
  const { header, problems } = findHeader(
    table([['2018年日间照料中心台账'], ['单位：万元'], ['序号', '县', '村', '省级财政下达']]),
  )
  expect(header?.row).toBe(3)
  expect(header?.columns.map(({ meaning }) => meaningKey(meaning))).toEqual([
    'county',
    'village',
    'provincialBudget.issued',
  ])
  expect(header?.columns[2]?.meaning).toMatchObject({ unit: 'wan' })
  expect(problems).toMatchObject([{ severity: 'note', code: 'unknownColumn', row: 3, cell: 'A3' }])
})

test('cells merged in the title, in unknown columns and below the last row do no harm', () => {
  const merges = [
    { top: 1, left: 1, bottom: 1, right: 3 },
    { top: 3, left: 3, bottom: 4, right: 3 },
    { top: 6, left: 1, bottom: 7, right: 1 },
  ]
  const rows = [['台账'], ['县', '村', '其他'], ['临县', '云畔村'], ['临县', '云上村']]
  expect(findHeader(table(rows, { merges })).problems.map(({ code }) => code)).toEqual(['unknownColumn'])
})

test('resident people are read where registered ones stand beside them', () => {
  const { problems } = findHeader(table([['县', '村', '户籍人口', '常住人口']]))
  expect(problems).toMatchObject([{ severity: 'note', code: 'populationTwice', column: '户籍人口' }])
})

test('a table without any known header has none', () => {
  expect(findHeader(table([['甲', '乙']]))).toMatchObject({ header: null, problems: [{ code: 'noHeader', row: null }] })
})

test('an English money header without a unit is in yuan, a Chinese one says nothing', () => {
  const { header } = findHeader(table([['county', 'village', 'provincialBudgetIssued', '市级财政下达']]))
  expect(header?.columns.slice(2).map(({ meaning }) => meaning)).toMatchObject([{ unit: 'yuan' }, { unit: null }])
})
