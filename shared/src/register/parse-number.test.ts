import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseFen, parsePositive, parseSigned, parseWhole } from './parse-number.ts'

const anyFen = fc.integer({ min: 0, max: 900_000_000_000 })

function written(fen: number, decimals: number): string {
  const digits = String(fen).padStart(decimals + 1, '0')
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}

test.each([
  ['5', 'wan', 5_000_000],
  ['2.5', 'wan', 2_500_000],
  ['0.000001', 'wan', 1],
  ['1,234.56', 'yuan', 123_456],
  ['１２．５', 'yuan', 1250],
  ['50000.00', 'yuan', 5_000_000],
  [' 0 ', 'yuan', 0],
  ['007', 'yuan', 700],
] as const)('%s in %s is exact', (text, unit, fen) => {
  expect(parseFen(text, unit)).toEqual({ value: fen })
})

test('every amount comes back from its text, in both units and grouped', () => {
  fc.assert(
    fc.property(anyFen, fen => {
      expect(parseFen(written(fen, 6), 'wan')).toEqual({ value: fen })
      expect(parseFen(written(fen, 2), 'yuan')).toEqual({ value: fen })
      const [whole = '', fraction] = written(fen, 2).split('.')
      const grouped = `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${fraction}`
      expect(parseFen(grouped, 'yuan')).toEqual({ value: fen })
    }),
  )
})

test('every amount comes back from the double that Excel keeps', () => {
  fc.assert(
    fc.property(anyFen, fen => {
      expect(parseFen(Number(written(fen, 6)), 'wan')).toEqual({ value: fen })
      expect(parseFen(Number(written(fen, 2)), 'yuan')).toEqual({ value: fen })
    }),
  )
})

test('dust of binary arithmetic is not what the person typed', () => {
  expect(parseFen(0.1 + 0.2, 'wan')).toEqual({ value: 300_000 })
  expect(parseFen(1.1 * 3, 'wan')).toEqual({ value: 3_300_000 })
  expect(parseFen(1e-6, 'wan')).toEqual({ value: 1 })
})

test.each([
  ['2.5万', 'badNumber'],
  ['一万', 'badNumber'],
  ['1,23', 'badNumber'],
  ['1.2.3', 'badNumber'],
  ['1e3', 'badNumber'],
  ['', 'badNumber'],
  ['-0.01', 'negative'],
  ['0.0000001', 'moneyNotExact'],
  ['99999999999999999', 'tooLarge'],
])('%s is refused as %s', (text, code) => {
  expect(parseFen(text, 'wan')).toMatchObject({ code })
})

test('whole numbers are whole, not negative and within reason', () => {
  expect(parseWhole('1,260', 10_000)).toEqual({ value: 1260 })
  expect(parseWhole(1260, 10_000)).toEqual({ value: 1260 })
  expect(parseWhole('1260.0', 10_000)).toEqual({ value: 1260 })
  expect(parseWhole('-0', 10_000)).toEqual({ value: 0 })
  expect(parseWhole('1260.5', 10_000)).toEqual({ code: 'notWhole' })
  expect(parseWhole('-3', 10_000)).toEqual({ code: 'negative' })
  expect(parseWhole('10001', 10_000)).toMatchObject({ code: 'tooLarge' })
  expect(parseWhole(true, 10_000)).toEqual({ code: 'badNumber' })
})

test('an area is above 0, a degree may be below', () => {
  expect(parsePositive('260.5', 1000)).toEqual({ value: 260.5 })
  expect(parsePositive('0.0', 1000)).toEqual({ code: 'notPositive' })
  expect(parseSigned('-111.25')).toEqual({ value: -111.25 })
  expect(parseSigned('东')).toEqual({ code: 'badNumber' })
})
