import { expect, test } from 'vitest'
import { toCsv } from './csv.ts'

test('the file begins with a BOM and ends each line with CRLF', () => {
  expect(toCsv(['县', '任务'], [['临县', 14]])).toBe('\uFEFF县,任务\r\n临县,14\r\n')
})

test('commas, quotes and line breaks are quoted', () => {
  expect(toCsv(['a'], [['x,"y"\nz']])).toBe('\uFEFFa\r\n"x,""y""\nz"\r\n')
})

test('text that would run as a formula is disarmed, a negative number stays a number', () => {
  expect(
    toCsv(
      ['a', 'b'],
      [
        ['=1+1', -3],
        ['@sum', null],
      ],
    ),
  ).toBe("\uFEFFa,b\r\n'=1+1,-3\r\n'@sum,\r\n")
})
