import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseCsv, readCsv } from './read-csv.ts'
import { toCsv } from './write-csv.ts'

const rowsOf = (text: string) => parseCsv(text).rows.map(({ number, cells }) => [number, ...cells])

test('rows keep their numbers over blank lines and cells of several lines', () => {
  expect(rowsOf('a,b\r\n\r\n"c\nd",e\n,,\nf')).toEqual([
    [1, 'a', 'b'],
    [3, 'c\nd', 'e'],
    [5, 'f'],
  ])
})

test('quotes hold commas and quotes, with spaces around them', () => {
  expect(rowsOf('"a,b", "say ""hi""" ,c d')).toEqual([[1, 'a,b', 'say "hi"', 'c d']])
})

test('a lone carriage return ends a line, a last line needs none', () => {
  expect(rowsOf('a\rb')).toEqual([
    [1, 'a'],
    [2, 'b'],
  ])
})

test('broken quotes are named at their cell', () => {
  expect(parseCsv('a,b\n"c"d,"e').problems).toMatchObject([
    { code: 'quoteStray', row: 2, cell: 'A2' },
    { code: 'quoteOpen', row: 2, cell: 'B2' },
  ])
})

test('what is written is read back', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '村', ',', '"', '\n', '\r', ' ', '1') })
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 5 }), rows => {
      const read = readCsv(new TextEncoder().encode(toCsv(rows)))
      if (!('table' in read)) throw new Error('not read')
      const expected = rows.flatMap((cells, i) => (cells.some(text => text !== '') ? [[i + 1, ...cells]] : []))
      const kept = (text: string) => (/^[\t\r\n]/.test(text) ? `'${text}` : text)
      expect(read.table.rows.map(({ number, cells }) => [number, ...cells.map(text => text ?? '')])).toEqual(
        expected.map(([number, ...cells]) => [number, ...cells.map(text => kept(String(text)))]),
      )
    }),
  )
})

test('what a spreadsheet would run is led by an apostrophe', () => {
  expect(toCsv([['=1+1', '-2', -2, '@x']])).toBe("\uFEFF'=1+1,'-2,-2,'@x\r\n")
})
