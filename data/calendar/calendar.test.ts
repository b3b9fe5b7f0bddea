import { readFileSync } from 'node:fs'
import { weekday } from '@lvliang/shared/dates/calendar-date'
import { workdaysOf, type YearCalendar } from '@lvliang/shared/dates/workdays'
import { describe, expect, it } from 'vitest'

const calendar = JSON.parse(readFileSync(new URL('2018.json', import.meta.url), 'utf8')) as YearCalendar
const workdays = workdaysOf([calendar])
const isWeekend = (day: string) => [0, 6].includes(weekday(day))

describe('the calendar of 2018', () => {
  it('has the days off of the State Council notices', () => {
    expect(calendar.off.map(day => day.slice(5))).toEqual([
      '01-01',
      ...['02-15', '02-16', '02-17', '02-18', '02-19', '02-20', '02-21'],
      ...['04-05', '04-06', '04-07'],
      ...['04-29', '04-30', '05-01'],
      '06-18',
      '09-24',
      ...['10-01', '10-02', '10-03', '10-04', '10-05', '10-06', '10-07'],
      ...['12-30', '12-31'],
    ])
  })

  it('has the make-up workdays of the State Council notices', () => {
    expect(calendar.work).toEqual([
      '2018-02-11',
      '2018-02-24',
      '2018-04-08',
      '2018-04-28',
      '2018-09-29',
      '2018-09-30',
      '2018-12-29',
    ])
  })

  it('makes up only on weekends, never on a day off, and every day is of that year', () => {
    expect(calendar.work.every(isWeekend)).toBe(true)
    expect(calendar.work.filter(day => calendar.off.includes(day))).toEqual([])
    expect([...calendar.off, ...calendar.work].every(day => day.startsWith(`${calendar.year}-`))).toBe(true)
  })

  it('leaves the 11 public holidays free once the make-up days are taken back', () => {
    const weekdaysOff = calendar.off.filter(day => !isWeekend(day)).length
    expect(weekdaysOff - calendar.work.length).toBe(11)
  })

  it.each([
    ['2018-03-10', 'the siting node, a Saturday', false],
    ['2018-05-31', 'the start node, a Thursday', true],
    ['2018-09-30', 'the main-structure node, a Sunday made up', true],
    ['2018-10-08', 'the day after the National Day week', true],
    ['2018-12-31', 'the last Monday, taken off', false],
  ])('%s is %s', (day, _meaning, isWorkday) => {
    expect(workdays.isWorkday(day)).toBe(isWorkday)
  })
})
