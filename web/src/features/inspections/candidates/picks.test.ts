import { describe, expect, test } from 'vitest'
import { createCandidate } from '../../../../../test/factories/candidates.ts'
import { NO_PICKS, type Picks, shareOf, toggle, toggleAll, without } from './picks.ts'

const rows = ['a', 'b', 'c', 'd', 'e'].map(code => createCandidate({ code, recused: code === 'c' }))
const codes = ({ picked }: Picks) => [...picked.keys()].sort().join('')
const press = (picks: Picks, code: string, asRange = false, shown = rows) => toggle(picks, shown, code, asRange)

describe('picking', () => {
  test('a press picks a row, another takes it back', () => {
    const picked = press(NO_PICKS, 'b')
    expect(codes(picked)).toBe('b')
    expect(codes(press(picked, 'b'))).toBe('')
  })

  test('a range reaches from the row pressed last, either way, and leaves out where one is at home', () => {
    expect(codes(press(press(NO_PICKS, 'b'), 'e', true))).toBe('bde')
    expect(codes(press(press(NO_PICKS, 'e'), 'a', true))).toBe('abde')
  })

  test('a range ending on a picked row takes back', () => {
    const all = toggleAll(NO_PICKS, rows)
    const from = press(press(all, 'a'), 'a')
    expect(codes(press(from, 'd', true))).toBe('e')
  })

  test('where its beginning is filtered away, a range is one row', () => {
    expect(codes(press(press(NO_PICKS, 'a'), 'e', true, rows.slice(3)))).toBe('ae')
  })

  test('all that is shown is picked, what is not shown stays as it was', () => {
    const first = press(NO_PICKS, 'a')
    const picked = toggleAll(first, rows.slice(1))
    expect([codes(picked), shareOf(picked.picked, rows.slice(1))]).toEqual(['abde', 'all'])
    expect(codes(toggleAll(picked, rows.slice(1)))).toBe('a')
  })

  test('nothing is all of nothing', () => {
    expect(shareOf(NO_PICKS.picked, [])).toBe('none')
    expect(shareOf(NO_PICKS.picked, [rows[2]!])).toBe('none')
  })

  test('what was planned is picked no more', () => {
    expect(codes(without(toggleAll(NO_PICKS, rows), ['a', 'd']))).toBe('be')
  })
})
