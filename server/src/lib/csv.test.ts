import { expect, test } from 'vitest'
import { csvLine } from './csv.ts'

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1'])('%j is text in a spreadsheet, no formula', text => {
  expect(csvLine([text])).toMatch(/^"?'/)
})

test('a number stays one, even below zero', () => {
  expect(csvLine([-1.5, 0, null])).toBe('-1.5,0,\r\n')
})

test('what holds a separator, a quote or a line break is quoted', () => {
  expect(csvLine(['a,b', 'say "hi"', 'two\nlines', 'plain'])).toBe('"a,b","say ""hi""","two\nlines",plain\r\n')
})
