import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  calendarDate,
  dayNumber,
  dayOfInstant,
  daysBetween,
  eachDay,
  endOfDay,
  fromDayNumber,
  isCalendarDate,
  shanghaiDay,
  weekday,
} from './calendar-date.ts'

describe('calendar dates', () => {
  test('agree with the proleptic Gregorian calendar of the engine over 400 years', () => {
    fc.assert(
      fc.property(fc.integer({ min: -73_000, max: 73_000 }), number => {
        const day = new Date(number * 86_400_000)
        expect(fromDayNumber(number)).toBe(day.toISOString().slice(0, 10))
        expect(dayNumber(fromDayNumber(number))).toBe(number)
        expect(weekday(fromDayNumber(number))).toBe(day.getUTCDay())
      }),
    )
  })

  test.each(['2018-02-29', '2018-13-01', '2018-00-10', '2018-4-01', '20180401', '2018-04-31', ''])(
    '%j is no day',
    text => {
      expect(isCalendarDate(text)).toBe(false)
      expect(() => dayNumber(text)).toThrow(RangeError)
    },
  )

  test('leap days exist in leap years alone', () => {
    expect(calendarDate(2016, 2, 29)).toBe('2016-02-29')
    expect(calendarDate(1900, 2, 29)).toBeNull()
    expect(calendarDate(2000, 2, 29)).toBe('2000-02-29')
    expect(calendarDate(2018, 1.5, 1)).toBeNull()
  })

  test('differences and ranges count calendar days', () => {
    expect(daysBetween('2018-02-28', '2018-03-01')).toBe(1)
    expect(addDays('2018-12-31', 1)).toBe('2019-01-01')
    expect(eachDay('2018-01-01', '2018-12-31')).toHaveLength(365)
    expect(eachDay('2018-01-02', '2018-01-01')).toEqual([])
  })
})

describe('instants in Asia/Shanghai', () => {
  test('the day turns at 16:00 UTC', () => {
    expect(dayOfInstant('2018-07-31T15:59:59.999Z')).toBe('2018-07-31')
    expect(dayOfInstant('2018-07-31T16:00:00.000Z')).toBe('2018-08-01')
    expect(shanghaiDay(Date.UTC(2018, 6, 31, 16))).toBe('2018-08-01')
    expect(dayOfInstant(endOfDay('2018-12-31'))).toBe('2018-12-31')
  })
})
