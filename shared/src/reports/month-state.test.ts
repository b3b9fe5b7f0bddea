import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendar2018 } from '../../../test/factories/programme.ts'
import { ALL_KNOWN, createRecord } from '../../../test/factories/records.ts'
import type { CentreRecord } from '../centres/record.schema.ts'
import { addDays } from '../dates/calendar-date.ts'
import { workdaysOf } from '../dates/workdays.ts'
import { MONTH_STATES, monthStanding, signaturesOf } from './month-state.ts'
import { isOver, periodsOf, reportDueOn, snapshotDayOf } from './period.ts'
import { checkReturn, checkSigning } from './sign-rules.ts'

const workdays = workdaysOf([calendar2018])
const ofCounty = { centreCode: null }
const sign = (period: string, date: string) =>
  createRecord('monthlyReport', date, { period, snapshotDay: snapshotDayOf(period), reviewer: '王局长' }, ofCounty)
const sendBack = ({ id }: CentreRecord, period: string, date: string) =>
  createRecord('monthlyReportReturned', date, { reportId: id, period, reason: '数字不符' }, ofCounty)

const standing = (records: CentreRecord[], asOf: string, period = '2018-06') =>
  monthStanding(signaturesOf(records, { asOf, knownAt: ALL_KNOWN }), period, { asOf, workdays })

describe('a month', () => {
  test.each([
    ['2018-01', '2018-01-31', '2018-02-05'],
    ['2018-02', '2018-02-28', '2018-03-05'],
    ['2018-03', '2018-03-31', '2018-04-08'],
    ['2018-04', '2018-04-30', '2018-05-07'],
    ['2018-06', '2018-06-30', '2018-07-05'],
    ['2018-07', '2018-07-31', '2018-08-06'],
    ['2018-09', '2018-09-30', '2018-10-08'],
    ['2018-12', '2018-12-31', '2019-01-07'],
  ])('%s is about %s and due on %s', (period, snapshotDay, due) => {
    expect(snapshotDayOf(period)).toBe(snapshotDay)
    expect(reportDueOn(period, workdays)).toBe(due)
  })

  test.each([
    ['on the last day of the month', '2018-06-30', 'notDue', 0],
    ['on the due day', '2018-07-05', 'notDue', 0],
    ['the day after', '2018-07-06', 'missing', 1],
    ['weeks after', '2018-07-31', 'missing', 26],
  ])('unsigned stands, %s', (_, asOf, state, daysLate) => {
    expect(standing([], asOf)).toEqual({ state, daysLate, signature: null })
  })

  test.each([
    ['2018-07-02', 'onTime', 0],
    ['2018-07-05', 'onTime', 0],
    ['2018-07-06', 'late', 1],
    ['2018-07-20', 'late', 15],
  ])('signed on %s is %s', (signedOn, state, daysLate) => {
    expect(standing([sign('2018-06', signedOn)], '2018-07-31')).toMatchObject({ state, daysLate })
  })

  test('is not signed before the day of its signature, nor before the instant it was known', () => {
    const records = [sign('2018-06', '2018-07-04')]
    expect(standing(records, '2018-07-03').state).toBe('notDue')
    const early = signaturesOf(records, { asOf: '2018-07-31', knownAt: '2018-07-04T03:59:59.999Z' })
    expect(early.size).toBe(0)
  })

  test('sent back it is returned with its reason until it is signed again, which counts by its own day', () => {
    const first = sign('2018-06', '2018-07-03')
    const back = sendBack(first, '2018-06', '2018-07-04')
    expect(standing([first, back], '2018-07-10')).toMatchObject({
      state: 'returned',
      daysLate: 5,
      signature: { id: first.id, returned: { returnedOn: '2018-07-04', reason: '数字不符' } },
    })
    expect(standing([first, back], '2018-07-03').state).toBe('onTime')
    const again = sign('2018-06', '2018-07-09')
    expect(standing([first, back, again], '2018-07-10')).toMatchObject({ state: 'late', daysLate: 4 })
    expect(standing([first, back, again], '2018-07-10').signature).toMatchObject({ id: again.id, returned: null })
  })
})

describe('signing', () => {
  const check = (records: CentreRecord[], period: string, today: string) =>
    checkSigning({
      signatures: signaturesOf(records, { asOf: today, knownAt: ALL_KNOWN }),
      period,
      year: 2018,
      today,
    }).map(({ code }) => code)
  const signed = sign('2018-06', '2018-07-03')

  test.each([
    ['a month that is over', [], '2018-06', '2018-07-01', []],
    ['an earlier month, late', [], '2018-01', '2018-07-01', []],
    ['the last month of the year', [], '2018-12', '2019-01-01', []],
    ['the month that runs', [], '2018-07', '2018-07-31', ['monthNotOver']],
    ['a month ahead', [], '2018-11', '2018-07-31', ['monthNotOver']],
    ['a month of another year', [], '2017-12', '2018-07-31', ['periodUnknown']],
    ['a month signed already', [signed], '2018-06', '2018-07-31', ['alreadySigned']],
    ['another month', [signed], '2018-05', '2018-07-31', []],
    ['a month sent back', [signed, sendBack(signed, '2018-06', '2018-07-04')], '2018-06', '2018-07-31', []],
  ])('%s', (_, records, period, today, codes) => expect(check(records, period, today)).toEqual(codes))

  test('only what stands signed is sent back', () => {
    const again = sign('2018-06', '2018-07-05')
    const records = [signed, sendBack(signed, '2018-06', '2018-07-04'), again]
    const signatures = signaturesOf(records, { asOf: '2018-07-31', knownAt: ALL_KNOWN })
    const codes = (id: string, period = '2018-06') => checkReturn(signatures, period, id).map(({ code }) => code)
    expect(codes(again.id)).toEqual([])
    expect(codes(signed.id)).toEqual(['alreadyReturned'])
    expect(codes(again.id, '2018-05')).toEqual(['reportUnknown'])
  })
})

test('whatever is signed and sent back in turn, each month of each day stands in one state that its newest signature tells', () => {
  const steps = fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 20 })), { maxLength: 20 })
  fc.assert(
    fc.property(steps, fc.integer({ min: 0, max: 380 }), (moves, day) => {
      const records: CentreRecord[] = []
      let date = '2018-02-01'
      for (const [month, days] of moves) {
        date = addDays(date, days)
        const period = periodsOf(2018)[month] as string
        const moment = { asOf: date, knownAt: ALL_KNOWN }
        const signatures = signaturesOf(records, moment)
        const mayReturn = signatures.get(period)?.find(({ id }) => checkReturn(signatures, period, id).length === 0)
        const maySign = checkSigning({ signatures, period, year: 2018, today: date }).length === 0
        // What stands can be sent back and nothing else can; whatever does not stand can be signed once it is over.
        expect(maySign).toBe(isOver(period, date) && mayReturn === undefined)
        if (maySign) records.push(sign(period, date))
        else if (mayReturn) records.push(sendBack({ id: mayReturn.id } as CentreRecord, period, date))
      }
      const asOf = addDays('2018-01-01', day)
      for (const period of periodsOf(2018)) {
        const { state, daysLate, signature } = standing(records, asOf, period)
        expect(MONTH_STATES).toContain(state)
        expect(state === 'onTime' || state === 'late').toBe(signature !== null && signature.returned === null)
        expect(state === 'returned').toBe(signature?.returned != null)
        if (state === 'late' || state === 'missing') expect(daysLate).toBeGreaterThan(0)
        if (state === 'onTime' || state === 'notDue') expect(daysLate).toBe(0)
      }
    }),
    { seed: 4, numRuns: 200 },
  )
})
