import { expect, test } from 'vitest'
import { stageGap } from './stage-gap.ts'

const stated = (reported: string | null, verified: string | null, checkedOn: string | null = null, disputed = false) =>
  stageGap({ reported, verified, checkedOn, disputed })

test('nothing stated is no gap', () => {
  expect(stated(null, null)).toBeNull()
})

test('a report waits for its verification, or agrees with it', () => {
  expect(stated('2018-05-20', null)).toEqual({ kind: 'unverified' })
  expect(stated('2018-05-20', '2018-05-20', '2018-06-05')).toEqual({ kind: 'agrees' })
})

test('another day differs by days, later or earlier', () => {
  expect(stated('2018-05-20', '2018-05-28', '2018-06-05', true)).toEqual({ kind: 'dayDiffers', days: 8 })
  expect(stated('2018-05-20', '2018-05-18', '2018-06-05', true)).toEqual({ kind: 'dayDiffers', days: -2 })
})

test('what a visit did not find is not reached, whatever is reported', () => {
  expect(stated('2018-05-20', null, '2018-06-05', true)).toEqual({ kind: 'notReached' })
  expect(stated(null, null, '2018-06-05')).toEqual({ kind: 'notReached' })
})

test('reported anew after a visit that found it not reached, it waits again', () => {
  expect(stated('2018-06-10', null, '2018-06-05')).toEqual({ kind: 'unverified' })
})

test('what was verified without a report is said so', () => {
  expect(stated(null, '2018-05-20', '2018-06-05')).toEqual({ kind: 'unreported' })
})
