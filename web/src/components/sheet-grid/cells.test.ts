import { expect, it } from 'vitest'
import { blockOf, moved } from './cells.ts'

const size = { rows: 100, cols: 10 }
const from = { row: 50, col: 5 }

it.each([
  ['ArrowDown', false, { row: 51, col: 5 }],
  ['ArrowLeft', false, { row: 50, col: 4 }],
  ['ArrowRight', true, { row: 50, col: 9 }],
  ['ArrowUp', true, { row: 0, col: 5 }],
  ['Home', false, { row: 50, col: 0 }],
  ['End', false, { row: 50, col: 9 }],
  ['Home', true, { row: 0, col: 0 }],
  ['End', true, { row: 99, col: 9 }],
  ['PageDown', false, { row: 70, col: 5 }],
  ['a', false, null],
])('%s, to the edge: %s, leads to %o', (key, toEdge, to) => {
  expect(moved(from, key, toEdge, size)).toEqual(to)
})

it('no key leads out of the sheet', () => {
  expect(moved({ row: 0, col: 0 }, 'ArrowUp', false, size)).toEqual({ row: 0, col: 0 })
  expect(moved({ row: 95, col: 9 }, 'PageDown', false, size)).toEqual({ row: 99, col: 9 })
})

it('two corners in any order are one block', () => {
  expect(blockOf({ row: 3, col: 1 }, { row: 1, col: 4 })).toEqual({ top: 1, left: 1, bottom: 3, right: 4 })
})
