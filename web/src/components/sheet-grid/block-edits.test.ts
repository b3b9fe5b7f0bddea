import { describe, expect, it } from 'vitest'
import { cleared, filledDown, pasted, type Sheet, textsOf } from './block-edits.ts'
import { blockOf } from './cells.ts'

/** Three rows of three cells; the first column is not to be changed. */
const sheet: Sheet = {
  rows: 3,
  cols: 3,
  text: ({ row, col }) => `${row}${col}`,
  isEditable: ({ col }) => col > 0,
}
const at = (row: number, col: number) => ({ row, col })
const told = (edit: { edits: { cell: { row: number; col: number }; text: string }[] }) =>
  edit.edits.map(({ cell, text }) => `${cell.row}${cell.col}=${text}`)

describe('pasting', () => {
  it('goes right and down from a single cell, not beyond the sheet', () => {
    expect(told(pasted(sheet, [['a', 'b'], ['c']], blockOf(at(1, 2), at(1, 2))))).toEqual(['12=a', '22=c'])
  })

  it('repeats over a selection it fits into', () => {
    expect(told(pasted(sheet, [['x']], blockOf(at(0, 1), at(1, 2))))).toEqual(['01=x', '02=x', '11=x', '12=x'])
  })

  it('leaves read-only cells and says how many', () => {
    const edit = pasted(sheet, [['x', 'y']], blockOf(at(0, 0), at(0, 0)))
    expect(told(edit)).toEqual(['01=y'])
    expect(edit.skipped).toBe(1)
  })

  it('changes nothing where the same is already there', () => {
    expect(pasted(sheet, [['11']], blockOf(at(1, 1), at(1, 1)))).toEqual({ edits: [], skipped: 0 })
  })
})

describe('filling down', () => {
  it('repeats the first row of the selection', () => {
    expect(told(filledDown(sheet, blockOf(at(0, 1), at(2, 2))))).toEqual(['11=01', '12=02', '21=01', '22=02'])
  })

  it('takes the row above where one row is selected, and nothing above the first', () => {
    expect(told(filledDown(sheet, blockOf(at(1, 1), at(1, 1))))).toEqual(['11=01'])
    expect(told(filledDown(sheet, blockOf(at(0, 1), at(0, 1))))).toEqual([])
  })
})

it('clearing empties what may be changed', () => {
  expect(told(cleared(sheet, blockOf(at(0, 0), at(0, 1))))).toEqual(['01='])
})

it('a copied block is its texts row by row', () => {
  expect(textsOf(sheet, blockOf(at(1, 1), at(2, 2)))).toEqual([
    ['11', '12'],
    ['21', '22'],
  ])
})
