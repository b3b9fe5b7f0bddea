import { addDays, type CalendarDate } from '../dates/calendar-date.ts'
import type { Workdays } from '../dates/workdays.ts'

/** The `n`th workday after a day (n ≥ 0); 0: the day itself, or the first workday after it. */
export function workdaysAfter(date: CalendarDate, n: number, workdays: Workdays): CalendarDate {
  let day = workdays.onOrAfter(date)
  // A day off does not count as the first of them.
  let left = day === date ? n : Math.max(0, n - 1)
  for (; left > 0; left--) day = workdays.onOrAfter(addDays(day, 1))
  return day
}
