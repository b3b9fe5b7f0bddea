import { describe, expect, test } from 'vitest'
import { demonstrationTimes, liveTimes, resolveMoment } from './times.ts'

const at = (instant: string) => ({ now: () => Date.parse(instant) })

describe('a live database', () => {
  test.each([
    ['2018-03-01T15:59:59.999Z', '2018-03-01'],
    ['2018-03-01T16:00:00.000Z', '2018-03-02'],
    ['2026-11-23T04:00:00.000Z', '2018-12-31'],
  ])('at %s stands on %s', (instant, day) => {
    expect(liveTimes(at(instant), 2018).today()).toBe(day)
  })

  test('knows by default what is known now', () => {
    const times = liveTimes(at('2018-07-31T04:00:00.000Z'), 2018)
    expect(resolveMoment(times, { asOf: '2018-03-01' })).toEqual({
      asOf: '2018-03-01',
      knownAt: '2018-07-31T04:00:00.000Z',
    })
  })

  test('refuses a day after the real today, in the plan year or past it', () => {
    const times = liveTimes(at('2019-02-01T04:00:00.000Z'), 2018)
    expect(resolveMoment(times, { asOf: '2019-02-01' }).asOf).toBe('2019-02-01')
    expect(() => resolveMoment(times, { asOf: '2019-02-02' })).toThrow(/2019-02-02 is after 2019-02-01/)
  })

  test('refuses to say what will be known', () => {
    const times = liveTimes(at('2018-07-31T04:00:00.000Z'), 2018)
    expect(() => resolveMoment(times, { knownAt: '2018-07-31T04:00:00.001Z' })).toThrow(/is after/)
  })

  test('takes an instant with any offset', () => {
    const times = liveTimes(at('2018-07-31T04:00:00.000Z'), 2018)
    expect(resolveMoment(times, { knownAt: '2018-07-01T08:00:00+08:00' }).knownAt).toBe('2018-07-01T00:00:00.000Z')
  })
})

describe('the demonstration', () => {
  const times = demonstrationTimes(at('2026-11-24T04:00:00.000Z'), '2018-07-31', 2018)

  test('knows the end of its today, or of the day asked for where that is later', () => {
    expect(resolveMoment(times, {}).knownAt).toBe('2018-07-31T15:59:59.999Z')
    expect(resolveMoment(times, { asOf: '2018-05-01' }).knownAt).toBe('2018-07-31T15:59:59.999Z')
    expect(resolveMoment(times, { asOf: '2018-10-01' }).knownAt).toBe('2018-10-01T15:59:59.999Z')
  })

  test('looks ahead to the last day of the year and no further', () => {
    expect(resolveMoment(times, { asOf: '2018-12-31' }).asOf).toBe('2018-12-31')
    expect(() => resolveMoment(times, { asOf: '2019-01-01' })).toThrow(/2019-01-01/)
  })
})
