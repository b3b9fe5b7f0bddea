import { expect, test } from 'vitest'
import { nextSort, sortRows } from './sort-rows.ts'

const rows = [
  { code: 'a', late: 1 },
  { code: 'b', late: null },
  { code: 'c', late: 3 },
  { code: 'd', late: 1 },
]
const codes = (sorted: typeof rows) => sorted.map(row => row.code).join('')

test('equal rows keep their order and blanks stay last either way', () => {
  expect(codes(sortRows(rows, row => row.late, false))).toBe('adcb')
  expect(codes(sortRows(rows, row => row.late, true))).toBe('cadb')
})

test('three presses on a head go there, back, and off', () => {
  const first = nextSort(null, 'late', true)
  const second = nextSort(first, 'late', true)
  expect([first, second, nextSort(second, 'late', true)]).toEqual([
    { column: 'late', descending: true },
    { column: 'late', descending: false },
    null,
  ])
})

test('another column starts anew', () => {
  expect(nextSort({ column: 'late', descending: false }, 'code', false)).toEqual({ column: 'code', descending: false })
})
