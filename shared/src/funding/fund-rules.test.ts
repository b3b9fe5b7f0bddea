import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { eachDay } from '../dates/calendar-date.ts'
import { FUND_KINDS } from '../plan/plan.schema.ts'
import { brokenFundOrder, checkFundLine, type FundEntry } from './fund-rules.ts'

const PLANNED = 5_000_000
const FROM = '2017-07-01'
const entry = (id: string, date: string, amountFen: number, more: Partial<FundEntry> = {}): FundEntry => ({
  id,
  kind: 'issued',
  date,
  amountFen,
  ...more,
})
const codes = (...entries: FundEntry[]) => checkFundLine(entries, PLANNED, FROM).map(({ code }) => code)

describe('the hard rules of a fund line', () => {
  test('hold for entries up to what is planned', () => {
    expect(codes(entry('a', '2018-03-01', 3_000_000), entry('b', '2018-06-01', 2_000_000))).toEqual([])
  })

  test('refuse more than planned and say what was left', () => {
    const problems = checkFundLine(
      [entry('a', '2018-03-01', 3_000_000), entry('b', '2018-06-01', 2_000_001)],
      PLANNED,
      FROM,
    )
    expect(problems).toEqual([expect.objectContaining({ code: 'abovePlanned', entryId: 'b', leftFen: 2_000_000 })])
  })

  test('look at every day: a reversal entered for a day before its original leaves less than nothing', () => {
    expect(codes(entry('a', '2018-03-01', 100), entry('r', '2018-02-01', 100, { reverses: 'a' }))).toEqual([
      'belowZero',
    ])
  })

  test('a reversal corrects one entry of its kind and no more than it', () => {
    const a = entry('a', '2018-03-01', 100)
    expect(codes(a, entry('b', '2018-03-01', 900), entry('r', '2018-04-01', 101, { reverses: 'a' }))).toEqual([
      'reversesTooMuch',
    ])
    expect(codes(a, entry('r', '2018-04-01', 100, { reverses: 'x' }))).toContain('reversesNothing')
    expect(codes(a, entry('r', '2018-04-01', 100, { reverses: 'a', kind: 'paid' }))).toContain('reversesOtherKind')
    expect(
      codes(a, entry('r', '2018-04-01', 60, { reverses: 'a' }), entry('s', '2018-05-01', 60, { reverses: 'a' })),
    ).toContain('reversesTooMuch')
  })

  test('amounts are above zero and days not before money may be dated', () => {
    expect(codes(entry('a', '2018-03-01', 0))).toEqual(['notPositive'])
    expect(codes(entry('a', '2017-06-30', 1))).toEqual(['tooEarly'])
  })

  test('agree with adding up every day', () => {
    const entries = fc.array(
      fc.record({
        id: fc.uuid(),
        kind: fc.constantFrom(...FUND_KINDS),
        date: fc.constantFrom(...eachDay('2018-01-01', '2018-01-10')),
        amountFen: fc.integer({ min: 1, max: 3_000_000 }),
      }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(entries, some => {
        const within = eachDay('2018-01-01', '2018-01-10').every(day =>
          FUND_KINDS.every(kind => {
            const sum = some.filter(e => e.kind === kind && e.date <= day).reduce((total, e) => total + e.amountFen, 0)
            return sum >= 0 && sum <= PLANNED
          }),
        )
        expect(checkFundLine(some, PLANNED, FROM).length === 0).toBe(within)
      }),
    )
  })
})

test('the soft order names the first pair that breaks it', () => {
  expect(brokenFundOrder({ issued: 5, disbursed: 4, received: 4, paid: 1 })).toBeNull()
  expect(brokenFundOrder({ issued: 5, disbursed: 4, received: 3, paid: 4 })).toEqual({ more: 'paid', less: 'received' })
  expect(brokenFundOrder({ issued: 1, disbursed: 4, received: 3, paid: 2 })).toEqual({
    more: 'disbursed',
    less: 'issued',
  })
})
