import { readFileSync } from 'node:fs'
import { addDays, type CalendarDate } from '@lvliang/shared/dates/calendar-date'
import { workdaysOf, type YearCalendar } from '@lvliang/shared/dates/workdays'

const calendar = JSON.parse(readFileSync(new URL('../calendar/2018.json', import.meta.url), 'utf8')) as YearCalendar
const workdays = workdaysOf([calendar])

/** The first and the last workday on which anything is entered; what belongs after them is left out. */
const FIRST_ENTRY = '2018-01-03'
export const LAST_ENTRY = '2018-12-29'
/** A report entered later than this after its day is back-dated (补报). */
const PROMPT_DAYS = 7

export const { isWorkday, onOrAfter: nextWorkday } = workdays

/** The workday on which something of `date` is entered, `lag` days later or when the office opens. */
export function entryDay(date: CalendarDate, lag: number): CalendarDate {
  const day = addDays(date, lag)
  return nextWorkday(day < FIRST_ENTRY ? FIRST_ENTRY : day)
}

/** The same, but never so late that the entry is back-dated. */
export function promptEntryDay(date: CalendarDate, lag: number): CalendarDate {
  const day = entryDay(date, lag)
  const latest = addDays(date, PROMPT_DAYS)
  return day <= latest ? day : workdays.onOrBefore(latest)
}
