import { expect, test } from 'vitest'
import { plan, policy } from '../../../test/factories/programme.ts'
import { ALL_KNOWN, report, reports } from '../../../test/factories/records.ts'
import { progressCurve } from './curve.ts'

const curveOn = (asOf: string, records: ReturnType<typeof reports>, knownAt = ALL_KNOWN) =>
  progressCurve({ plan, policy, slots: [records], asOf, basis: 'reported', knownAt: () => knownAt })
const pointOf = (asOf: string, ...more: [ReturnType<typeof reports>, string?]) =>
  curveOn(asOf, ...more).points.find(({ date }) => date === asOf)

const moved = [
  ...reports({ sited: '2018-03-05', started: '2018-05-10' }),
  report('started', '2018-05-20', { recordedAt: '2018-05-21T04:00:00.000Z' }),
]

test('a start corrected to a later day does not count before it, seen from a day between', () => {
  expect(pointOf('2018-05-15', moved)).toMatchObject({ sited: 1, started: 0, reportedPercent: 5 })
  expect(pointOf('2018-05-20', moved)).toMatchObject({ started: 1, reportedPercent: 20 })
})

test('before the correction is known the first report counts', () => {
  expect(pointOf('2018-05-15', moved, '2018-05-16T00:00:00.000Z')).toMatchObject({ started: 1, reportedPercent: 20 })
})

test('a point is the same seen from its own day and from any later one', () => {
  const later = curveOn('2018-12-31', moved).points
  for (const asOf of ['2018-03-04', '2018-03-05', '2018-05-12', '2018-05-19', '2018-05-20', '2018-06-01']) {
    expect(pointOf(asOf, moved)).toEqual(later.find(({ date }) => date === asOf))
  }
})
