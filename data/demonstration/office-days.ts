import { addDays, type CalendarDate } from '@lvliang/shared/dates/calendar-date'
import { workdaysOf } from '@lvliang/shared/dates/workdays'

/** Days off and make-up workdays of 2018, as the State Council announced them. */
const off = (from: CalendarDate, days: number) => Array.from({ length: days }, (_, i) => addDays(from, i))
const workdays = workdaysOf([
  {
    year: 2018,
    off: [
      ...off('2018-01-01', 1),
      ...off('2018-02-15', 7),
      ...off('2018-04-05', 3),
      ...off('2018-04-29', 3),
      ...off('2018-06-18', 1),
      ...off('2018-09-24', 1),
      ...off('2018-10-01', 7),
      ...off('2018-12-31', 1),
    ],
    work: ['2018-02-11', '2018-02-24', '2018-04-08', '2018-04-28', '2018-09-29', '2018-09-30', '2018-12-29'],
  },
])

/** The first and the last workday on which anything is entered; what belongs after them is left out. */
export const FIRST_ENTRY = '2018-01-03'
export const LAST_ENTRY = '2018-12-29'

export const nextWorkday = workdays.onOrAfter
export const isWorkday = workdays.isWorkday

/** The workday on which something of `date` is entered, `lag` days later or when the office opens. */
export function entryDay(date: CalendarDate, lag: number): CalendarDate {
  const day = addDays(date, lag)
  return nextWorkday(day < FIRST_ENTRY ? FIRST_ENTRY : day)
}
