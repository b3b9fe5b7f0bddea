import { addDays, type CalendarDate, daysInMonth } from '../dates/calendar-date.ts'
import type { Workdays } from '../dates/workdays.ts'

/** A month, `YYYY-MM`. Sorts and compares as text. */
export type Period = string

/** Day of the next month on which the report of a month is due, moved to the next workday [ours]. */
const DUE_DAY = 5

/** The months of a plan's year, in order. */
export const periodsOf = (year: number): Period[] =>
  Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`)

/** The last day of a month: the day its report is about (截至日). */
export function snapshotDayOf(period: Period): CalendarDate {
  const days = daysInMonth(Number(period.slice(0, 4)), Number(period.slice(5)))
  return `${period}-${days}`
}

/** The day by which a month is to be signed: the 5th of the next month, else the next workday. */
export const reportDueOn = (period: Period, workdays: Workdays): CalendarDate =>
  workdays.onOrAfter(addDays(snapshotDayOf(period), DUE_DAY))

/** Whether a month is over on a day, so that it can be signed. */
export const isOver = (period: Period, day: CalendarDate): boolean => day > snapshotDayOf(period)
