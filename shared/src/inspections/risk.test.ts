import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { found, visited, weights } from '../../../test/factories/candidates.ts'
import { plan, policy } from '../../../test/factories/programme.ts'
import { ALL_KNOWN, createRecord, report, reports, slot, verify } from '../../../test/factories/records.ts'
import { evaluateCentre, evaluationOn } from '../centres/evaluate.ts'
import { foldCentre } from '../centres/fold.ts'
import type { CentreRecord } from '../centres/record.schema.ts'
import { addDays } from '../dates/calendar-date.ts'
import { REPORTABLE_STAGES } from '../plan/stage.ts'
import { RISK_PARTS } from './candidate.schema.ts'
import { riskOf } from './risk.ts'

const onTime = {
  sited: '2018-03-08',
  approved: '2018-04-20',
  started: '2018-05-20',
  foundation: '2018-07-10',
  mainStructure: '2018-09-20',
  fitOut: '2018-10-25',
  accepted: '2018-11-25',
  operating: '2018-12-20',
}
const until = (last: keyof typeof onTime) => {
  const all = Object.entries(onTime)
  return reports(Object.fromEntries(all.slice(0, all.findIndex(([stage]) => stage === last) + 1)))
}

function risk(records: readonly CentreRecord[], day: string) {
  const at = evaluationOn(plan, policy, day)
  const state = foldCentre(records, { asOf: day, knownAt: ALL_KNOWN })
  return riskOf({ centre: evaluateCentre(slot, state, at), state }, at, weights)
}

const people = (value: number) =>
  createRecord('facts', '2018-03-01', { facts: { population: { value, basis: 'resident', year: 2017 } } })
const paid = (amountFen: number) =>
  createRecord('fundEntry', '2018-06-01', { source: 'provincialBudget', kind: 'paid', amountFen, documentNo: null })

describe('known answers', () => {
  test('a slot that nobody chose a village for is late and has nothing to see', () => {
    // 143 days past 10 March; the forecast of 20 November is 51 days past 30 September.
    expect(risk([], '2018-07-31')).toEqual({
      total: 55,
      parts: { lag: 30, slip: 25, issues: 0, unverified: 0, staleness: 0, exposure: 0 },
    })
  })

  test('a centre on the usual dates, seen a month ago, has what is unverified and the month', () => {
    const records = [...until('foundation'), verify('started', '2018-07-01', '2018-05-20')]
    expect(risk(records, '2018-07-31')).toEqual({
      total: 5,
      parts: { lag: 0, slip: 0, issues: 0, unverified: 2, staleness: 3, exposure: 0 },
    })
  })

  test('days past a node and points behind the schedule earn the same part; whichever says more counts', () => {
    const started = until('started')
    // 16 days past the foundation's 15 July: 16/60; 40 - 20 = 20 points behind: 20/50.
    expect(risk(started, '2018-07-31').parts.lag).toBe(12)
    // 47 days past it: 47/60 against the same 20 points.
    expect(risk(started, '2018-08-31').parts.lag).toBe(24)
    expect(risk(started, '2018-07-15').parts.lag).toBe(0)
  })

  test('eleven days late by the forecast, or ten of standstill, are 6 points', () => {
    // 27 August and 45 standard days: 11 October, 11 days past 30 September.
    const late = [...until('started'), report('foundation', '2018-08-27')]
    expect(risk(late, '2018-08-28').parts.slip).toBe(6)
    const still = [...until('foundation'), createRecord('suspension', '2018-07-21', { reason: '暴雨', until: null })]
    expect(risk(still, '2018-07-31').parts.slip).toBe(6)
  })

  test('issues weigh 3, 6 and 12 of 20, twice where overdue', () => {
    const open = (severity: 'general' | 'larger' | 'major') =>
      risk([found({ severity, dueOn: '2018-07-31' })], '2018-07-31').parts.issues
    expect([open('general'), open('larger'), open('major')]).toEqual([3, 6, 12])
    expect(risk([found({ dueOn: '2018-07-30' })], '2018-07-31').parts.issues).toBe(6)
    expect(risk([found({ severity: 'major', dueOn: '2018-07-30' })], '2018-07-31').parts.issues).toBe(20)
  })

  test('a stage on the word of the county is 2, a disputed one 3, one entered late 1 of 10', () => {
    expect(risk([report('sited', '2018-03-08')], '2018-03-09').parts.unverified).toBe(2)
    const late = report('sited', '2018-03-08', { recordedAt: '2018-03-20T04:00:00.000Z' })
    expect(risk([late], '2018-03-31').parts.unverified).toBe(3)
    const refused = [report('sited', '2018-03-08'), verify('sited', '2018-03-20', null)]
    expect(risk(refused, '2018-03-31').parts.unverified).toBe(5)
  })

  test('nobody there for 45 of 90 days is half; who was never there counts from the siting', () => {
    expect(risk([...until('sited'), visited('2018-06-16')], '2018-07-31').parts.staleness).toBe(5)
    expect(risk(until('sited'), '2018-04-22').parts.staleness).toBe(5)
    expect(risk(until('sited'), '2018-12-31').parts.staleness).toBe(10)
  })

  test('each fifth of the money paid is 1, up to 3; a village of a thousand 2 of 5', () => {
    const sited = until('sited')
    expect(risk([...sited, paid(1_999_999)], '2018-07-31').parts.exposure).toBe(0)
    expect(risk([...sited, paid(2_000_000)], '2018-07-31').parts.exposure).toBe(1)
    expect(risk([people(999), ...sited, paid(5_000_000)], '2018-07-31').parts.exposure).toBe(2)
    expect(risk([people(1000), ...sited, paid(5_000_000)], '2018-07-31').parts.exposure).toBe(4)
  })

  test('a visit that verifies what is reported takes away what was uncertain and long unseen', () => {
    const before = risk(until('foundation'), '2018-07-31')
    const after = risk(
      [...until('foundation'), visited('2018-07-31'), verify('foundation', '2018-07-31', '2018-07-10')],
      '2018-07-31',
    )
    expect([before.total, after.total]).toEqual([18, 0])
  })
})

const LAST = '2018-12-31'

/** Each stage some days after the one before, entered on time or later. */
const someReports = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 30 })), { maxLength: 8 })
  .map(steps => {
    let day = '2018-02-01'
    return steps.map(([gap, lateBy], i) => {
      day = addDays(day, gap)
      const stage = REPORTABLE_STAGES[i] as (typeof REPORTABLE_STAGES)[number]
      return report(stage, day, { recordedAt: `${addDays(day, lateBy)}T04:00:00.000Z` })
    })
  })
const someDay = fc.integer({ min: 0, max: 364 }).map(n => addDays('2018-01-01', n))
const someIssue = fc
  .tuple(fc.constantFrom('general' as const, 'larger' as const, 'major' as const), fc.integer({ min: 0, max: 90 }))
  .map(([severity, due]) => found({ on: '2018-05-01', dueOn: addDays('2018-05-01', due), severity }))
const some = <T>(each: fc.Arbitrary<T>, maxLength: number) => fc.array(each, { maxLength })
const someMoney = fc.integer({ min: 1, max: 2_500_000 }).map(paid)
const someRecords: fc.Arbitrary<CentreRecord[]> = fc
  .tuple(
    fc.integer({ min: 0, max: 3000 }).map(people),
    someReports,
    some(someIssue, 4),
    some(someDay.map(visited), 3),
    some(someMoney, 1),
  )
  .map(([facts, stages, issues, visits, money]) => [facts, ...stages, ...issues, ...visits, ...money])

describe('whatever the records of a centre', () => {
  test('the total is the sum of the parts, whole, 0 to 100, and no part is more than its weight', () => {
    fc.assert(
      fc.property(someRecords, someDay, (records, day) => {
        const { total, parts } = risk(records, day)
        expect(total).toBe(RISK_PARTS.reduce((sum, part) => sum + parts[part], 0))
        expect(total).toBeLessThanOrEqual(100)
        for (const part of RISK_PARTS) {
          expect(Number.isInteger(parts[part])).toBe(true)
          expect(parts[part]).toBeGreaterThanOrEqual(0)
          expect(parts[part]).toBeLessThanOrEqual(weights[part])
        }
      }),
    )
  })

  test('a day on which nothing is entered lowers neither lag nor slip, issues nor staleness', () => {
    fc.assert(
      fc.property(someRecords, fc.integer({ min: 1, max: 120 }), (records, days) => {
        const before = risk(records, LAST).parts
        const after = risk(records, addDays(LAST, days)).parts
        for (const part of ['lag', 'slip', 'issues', 'staleness'] as const) {
          expect(after[part]).toBeGreaterThanOrEqual(before[part])
        }
      }),
    )
  })

  test('each cause raises its own part and no other but by what it is', () => {
    fc.assert(
      fc.property(someRecords, someIssue, someMoney, someDay, (records, issue, money, day) => {
        const { parts } = risk(records, LAST)
        const withIssue = risk([...records, issue], LAST).parts
        expect(withIssue).toEqual({ ...parts, issues: withIssue.issues })
        expect(withIssue.issues).toBeGreaterThanOrEqual(parts.issues)
        const withMoney = risk([...records, money], LAST).parts
        expect(withMoney).toEqual({ ...parts, exposure: withMoney.exposure })
        expect(withMoney.exposure).toBeGreaterThanOrEqual(parts.exposure)
        const seen = risk([...records, visited(day)], LAST).parts
        expect(seen).toEqual({ ...parts, staleness: seen.staleness })
        expect(seen.staleness).toBeLessThanOrEqual(parts.staleness)
      }),
    )
  })

  test('verifying what is reported never raises the risk', () => {
    fc.assert(
      fc.property(someRecords, records => {
        const last = records.findLast(({ kind }) => kind === 'stageReported')
        if (last?.kind !== 'stageReported') return
        const verified = verify(last.body.stage, LAST, last.date)
        expect(risk([...records, verified], LAST).total).toBeLessThanOrEqual(risk(records, LAST).total)
      }),
    )
  })

  test('an operating centre that is verified and has no open issue is low: a quarter at the most', () => {
    fc.assert(
      fc.property(someRecords, someDay, (records, seen) => {
        const kept = records.filter(({ kind }) => kind !== 'stageReported' && kind !== 'issueRaised')
        const operating = [...kept, ...until('operating'), visited(seen), verify('operating', LAST, '2018-12-20')]
        const { total, parts } = risk(operating, LAST)
        expect([parts.lag, parts.slip, parts.issues, parts.unverified]).toEqual([0, 0, 0, 0])
        expect(total).toBeLessThanOrEqual(25)
      }),
    )
  })
})
