import { expect, test } from 'vitest'
import {
  bombBytes,
  declaringSheet,
  packWorkbook,
  workbookParts,
  xlsxBytes,
} from '../../../test/fixtures/registers/xlsx-bytes.ts'
import { parseXlsx } from './parse-xlsx.ts'
import { ZIP_LIMITS } from './zip-archive.ts'

function tableOf(bytes: Uint8Array) {
  const read = parseXlsx(bytes)
  if (!('table' in read)) throw new Error(read.problems.map(({ message }) => message.en).join())
  return read.table
}

const sheet = (xml: string) => ({
  ...workbookParts([{ rows: [] }]),
  'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${xml}</sheetData></worksheet>`,
})

test('cells come as stored: text, numbers, truth, formulas, errors, merges and the date system', () => {
  const rows = [
    ['村', 43_223, true, null, { formula: 'A1+1', value: 2 }, { error: '#N/A' }],
    [null, 'a<&>"b'],
  ]
  expect(tableOf(xlsxBytes({ rows, merges: ['A1:$B$2'], firstRow: 3 }, true))).toEqual({
    format: 'xlsx',
    rows: [
      { number: 3, cells: ['村', 43_223, true, null, { formula: 'A1+1' }, { error: '#N/A' }] },
      { number: 4, cells: [null, 'a<&>"b'] },
    ],
    merges: [{ top: 1, left: 1, bottom: 2, right: 2 }],
    date1904: true,
    otherSheets: [],
  })
})

test('the sheet named 台账 is read, else the first one to be seen', () => {
  const sheets = [
    { name: '旧', state: 'hidden' as const, rows: [['旧']] },
    { name: '封面', rows: [['封面']] },
    { name: '台账', rows: [['县']] },
  ]
  expect(tableOf(xlsxBytes(sheets))).toMatchObject({ rows: [{ cells: ['县'] }], otherSheets: ['封面'] })
  expect(tableOf(xlsxBytes(sheets.slice(0, 2)))).toMatchObject({ rows: [{ cells: ['封面'] }] })
})

test('rich text is joined, its phonetic guides left out, prefixes and missing references borne', () => {
  const rich = '<is><r><t>云</t></r><r><t>畔</t></r><rPh sb="0" eb="1"><t>yun</t></rPh></is>'
  const parts = sheet(
    `<x:row><x:c t="inlineStr">${rich.replaceAll('<', '<x:').replaceAll('<x:/', '</x:')}</x:c></x:row>`,
  )
  const bound = parts['xl/worksheets/sheet1.xml'].replace('<worksheet>', '<worksheet xmlns:x="x">')
  expect(tableOf(packWorkbook({ ...parts, 'xl/worksheets/sheet1.xml': bound })).rows).toEqual([
    { number: 1, cells: ['云畔'] },
  ])
})

test('a formula shared from another cell is still a formula', () => {
  const parts = sheet('<row r="1"><c r="B1"><f t="shared" si="0"/><v>7</v></c></row>')
  expect(tableOf(packWorkbook(parts)).rows[0]?.cells).toEqual([null, { formula: '7' }])
})

test('what unpacks beyond the limit is refused, whatever size it declares', () => {
  const limits = { ...ZIP_LIMITS, entryBytes: 4 * 1024 * 1024 }
  const bomb = bombBytes(8)
  expect(bomb.length).toBeLessThan(100_000)
  for (const bytes of [bomb, declaringSheet(bomb, 100)]) {
    expect(parseXlsx(bytes, limits)).toMatchObject({ problems: [{ code: 'zipBomb' }] })
  }
})

test('an archive of too many entries is refused', () => {
  const parts = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`part${i}`, '']))
  expect(parseXlsx(packWorkbook(parts), { ...ZIP_LIMITS, entries: 29 })).toMatchObject({
    problems: [{ code: 'zipBomb' }],
  })
})

test('rows and cells without end are refused', () => {
  const rows = Array.from({ length: 60_010 }, (_, i) => `<row r="${i + 1}"><c><v>1</v></c></row>`)
  expect(parseXlsx(packWorkbook(sheet(rows.join(''))))).toMatchObject({ problems: [{ code: 'zipBomb' }] })
})

test.each([
  ['a document type', { ...sheet(''), 'xl/workbook.xml': '<!DOCTYPE a [<!ENTITY b "c">]><workbook/>' }],
  ['XML that does not close', sheet('<row>')],
  ['rows in disorder', sheet('<row r="2"/><row r="2"/>')],
  ['a cell without a column', sheet('<row r="1"><c r="1"><v>1</v></c></row>')],
  ['a sheet that is not there', { 'xl/workbook.xml': '<workbook/>' }],
])('%s is a damaged file', (_, parts) => {
  expect(parseXlsx(packWorkbook(parts))).toMatchObject({ problems: [{ code: 'zipBroken', row: null }] })
})

test('cut short anywhere, a workbook is refused and never throws', () => {
  const bytes = xlsxBytes({
    rows: [
      ['县', '村'],
      ['临县', '云畔村'],
    ],
  })
  for (let length = 4; length < bytes.length; length += 7) {
    expect(parseXlsx(bytes.slice(0, length))).toMatchObject({ problems: [{ severity: 'error' }] })
  }
})

test('bytes changed at random never throw', () => {
  const bytes = xlsxBytes({
    rows: [
      ['县', '村'],
      ['临县', '云畔村'],
    ],
  })
  for (let at = 0; at < bytes.length; at++) {
    const changed = bytes.slice()
    changed[at] = (changed[at] as number) ^ 0x55
    const read = parseXlsx(changed)
    expect('table' in read || read.problems.length === 1).toBe(true)
  }
})
