import { addDays, type CalendarDate, weekday } from './calendar-date.ts'

/** Days off and make-up workdays of one year, as the State Council announces them: `data/calendar/`. */
export interface YearCalendar {
  year: number
  off: readonly CalendarDate[]
  work: readonly CalendarDate[]
}

/** Workdays of the years whose calendars are known. */
export interface Workdays {
  /** What it is worked out from. */
  calendars: readonly YearCalendar[]
  isWorkday(date: CalendarDate): boolean
  /** The date itself, or the first workday after it. */
  onOrAfter(date: CalendarDate): CalendarDate
  /** The date itself, or the last workday before it. */
  onOrBefore(date: CalendarDate): CalendarDate
  /** Whether the year's announcement is known; where not, Monday to Friday is assumed and callers warn. */
  knows(year: number): boolean
}

/** Workdays in China from yearly calendars: Monday to Friday, less days off, plus make-up days. */
export function workdaysOf(calendars: readonly YearCalendar[]): Workdays {
  const years = new Set(calendars.map(calendar => calendar.year))
  const off = new Set(calendars.flatMap(calendar => calendar.off))
  const work = new Set(calendars.flatMap(calendar => calendar.work))
  const isWorkday = (date: CalendarDate) =>
    work.has(date) || (!off.has(date) && weekday(date) !== 0 && weekday(date) !== 6)
  const seek = (date: CalendarDate, step: 1 | -1) => {
    let day = date
    while (!isWorkday(day)) day = addDays(day, step)
    return day
  }
  return {
    calendars,
    isWorkday,
    onOrAfter: date => seek(date, 1),
    onOrBefore: date => seek(date, -1),
    knows: year => years.has(year),
  }
}
