import { expect, test } from 'vitest'
import { createRecord, reports, verify } from '../../../test/factories/records.ts'
import { addDays, eachDay, endOfDay } from '../dates/calendar-date.ts'
import { foldCentre } from './fold.ts'
import { Timeline } from './timeline.ts'

const records = [
  ...reports({ sited: '2018-03-08', started: '2018-05-20' }),
  verify('started', '2018-06-20', '2018-05-22', true),
  createRecord('suspension', '2018-07-01', { reason: '汛期', until: '2018-07-09' }),
  createRecord(
    'stageReversal',
    '2018-08-01',
    { stage: 'sited', reason: '误报' },
    { recordedAt: '2018-09-01T04:00:00.000Z' },
  ),
]

test('gives at every moment what folding anew gives, from a handful of folds', () => {
  let folds = 0
  const timeline = new Timeline(records, 100, moment => {
    folds += 1
    return foldCentre(records, moment)
  })
  for (const asOf of eachDay('2018-01-01', '2018-12-31')) {
    for (const lag of [0, 30, 200]) {
      const moment = { asOf, knownAt: endOfDay(addDays(asOf, lag)) }
      expect(timeline.at(moment)).toEqual(foldCentre(records, moment))
    }
  }
  expect(folds).toBeLessThan(20)
})

test('keeps no more than it is told to', () => {
  let folds = 0
  const timeline = new Timeline(records, 1, moment => {
    folds += 1
    return moment
  })
  const moments = ['2018-01-01', '2018-04-01', '2018-01-01'].map(asOf => ({ asOf, knownAt: endOfDay('2018-12-31') }))
  for (const moment of moments) timeline.at(moment)
  expect(folds).toBe(3)
})
