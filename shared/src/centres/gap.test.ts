import { expect, test } from 'vitest'
import { ALL_KNOWN, report, reports, verify } from '../../../test/factories/records.ts'
import { foldCentre } from './fold.ts'
import { GAPS, hasGap } from './gap.ts'
import type { CentreRecord } from './record.schema.ts'

const days = { sited: '2018-03-08', approved: '2018-04-20', started: '2018-05-20' }
const gaps = (...records: CentreRecord[]) => {
  const state = foldCentre(records, { asOf: '2018-12-31', knownAt: ALL_KNOWN })
  return GAPS.filter(gap => hasGap(state, gap))
}

test('nothing reported leaves no gap', () => {
  expect(gaps()).toEqual([])
})

test('a report nobody has verified is further than the verification', () => {
  expect(gaps(...reports(days))).toEqual(['unverified'])
  expect(gaps(...reports(days), verify('sited', '2018-06-01', '2018-03-08'))).toEqual(['unverified'])
})

test('the stage verified as reported leaves no gap', () => {
  expect(gaps(...reports(days), verify('started', '2018-06-01', '2018-05-20'))).toEqual([])
})

test('another day recognised is a dispute until the county reports that day', () => {
  const found = [...reports(days), verify('started', '2018-06-01', '2018-05-28', true)]
  expect(gaps(...found)).toEqual(['disputed', 'dayDiffers'])
  expect(gaps(...found, report('started', '2018-05-28'))).toEqual([])
})

test('a stage not found by a visit is disputed, with no other day', () => {
  expect(gaps(...reports(days), verify('started', '2018-06-01', null))).toEqual(['unverified', 'disputed'])
})
