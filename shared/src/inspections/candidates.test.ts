import { expect, test } from 'vitest'
import { visited, weights } from '../../../test/factories/candidates.ts'
import { plan, policy } from '../../../test/factories/programme.ts'
import { ALL_KNOWN, report, slot, verify } from '../../../test/factories/records.ts'
import { evaluateCentre, evaluationOn } from '../centres/evaluate.ts'
import { foldCentre } from '../centres/fold.ts'
import type { CentreRecord } from '../centres/record.schema.ts'
import { candidateOf } from './candidates.ts'
import { quarterStart } from './site-days.ts'

const TODAY = '2018-07-31'

function candidate(records: readonly CentreRecord[], planned: readonly string[] = []) {
  const at = evaluationOn(plan, policy, TODAY)
  const state = foldCentre(records, { asOf: TODAY, knownAt: ALL_KNOWN })
  return candidateOf(
    { centre: evaluateCentre(slot, state, at), state },
    { at, weights, plannedDays: code => (code === slot.code ? planned : []) },
  )
}

test('a quarter begins in January, April, July, October', () => {
  const days = ['2018-01-01', '2018-03-31', '2018-04-01', '2018-07-31', '2018-09-30', '2018-12-31']
  expect(days.map(quarterStart)).toEqual([
    '2018-01-01',
    '2018-01-01',
    '2018-04-01',
    '2018-07-01',
    '2018-07-01',
    '2018-10-01',
  ])
})

test('visits of the quarter are those made and those to come; a visit that also verified is one', () => {
  const made = [visited('2018-06-30'), visited('2018-07-05'), verify('sited', '2018-07-05', '2018-03-08')]
  const apart = verify('approved', '2018-07-12', '2018-04-20')
  expect(candidate([...made, apart], ['2018-08-02', '2018-10-01'])).toMatchObject({
    visitsThisQuarter: 3,
    lastVisitOn: '2018-07-12',
    daysSinceVisit: 19,
    plannedOn: '2018-08-02',
  })
})

test('two visits on one day are two', () => {
  expect(candidate([visited('2018-07-05'), visited('2018-07-05')]).visitsThisQuarter).toBe(2)
})

test('who was never visited and has no plan says so', () => {
  expect(candidate([report('sited', '2018-03-08')])).toMatchObject({
    visitsThisQuarter: 0,
    lastVisitOn: null,
    daysSinceVisit: null,
    plannedOn: null,
    unverifiedStages: 1,
    backdatedStages: 0,
  })
})

test('the next plan is named; one whose day has passed only where there is no other', () => {
  expect(candidate([], ['2018-07-30', '2018-08-09', '2018-08-03']).plannedOn).toBe('2018-08-03')
  expect(candidate([], ['2018-07-30']).plannedOn).toBe('2018-07-30')
})
