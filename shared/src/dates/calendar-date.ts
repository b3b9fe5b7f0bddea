/**
 * Plain calendar dates, `YYYY-MM-DD`, as people mean them in Asia/Shanghai. They sort and compare as text.
 * Nothing here touches a JavaScript `Date`: day numbers come from the civil-calendar algorithm of
 * Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (public domain).
 */
export type CalendarDate = string

/** An instant, ISO 8601 in UTC with milliseconds, e.g. `2018-07-31T02:15:00.000Z`. Sorts as text. */
export type Instant = string

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/

/** Days from 1970-01-01 to a civil day (proleptic Gregorian). */
function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

const pad = (value: number, width = 2) => String(value).padStart(width, '0')

/** How many days the month has; `month` is 1–12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** The calendar date of a year, month (1–12) and day, or `null` where there is no such day. */
export function calendarDate(year: number, month: number, day: number): CalendarDate | null {
  if (![year, month, day].every(Number.isInteger)) return null
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}`
}

/** Whether a text is a real day written `YYYY-MM-DD`. */
export function isCalendarDate(text: string): boolean {
  const parts = DATE.exec(text)
  return parts !== null && calendarDate(Number(parts[1]), Number(parts[2]), Number(parts[3])) === text
}

/** Conversions remembered each way: evaluating a list of centres asks for the same few hundred days. */
const KEPT_DAYS = 20_000
const dayNumbers = new Map<CalendarDate, number>()

/** The number of days since 1970-01-01. Throws a `RangeError` on text that is no date. */
export function dayNumber(date: CalendarDate): number {
  const known = dayNumbers.get(date)
  if (known !== undefined) return known
  if (!isCalendarDate(date)) throw new RangeError(`not a calendar date: ${date}`)
  const number = daysFromCivil(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10)))
  if (dayNumbers.size > KEPT_DAYS) dayNumbers.clear()
  dayNumbers.set(date, number)
  return number
}

function civilFromDays(number: number): CalendarDate {
  const z = number + 719_468
  const era = Math.floor(z / 146_097)
  const dayOfEra = z - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  return `${pad(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), 4)}-${pad(month)}-${pad(day)}`
}

const civilDays = new Map<number, CalendarDate>()

/** The calendar date of a day number: the inverse of {@link dayNumber}. */
export function fromDayNumber(number: number): CalendarDate {
  const known = civilDays.get(number)
  if (known !== undefined) return known
  const date = civilFromDays(number)
  if (civilDays.size > KEPT_DAYS) civilDays.clear()
  civilDays.set(number, date)
  return date
}

/** The day `days` after `date` (before it where negative). */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromDayNumber(dayNumber(date) + days)
}

/** Whole days from `from` to `to`: 0 on the same day, negative where `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** Day of the week, 0 Sunday … 6 Saturday. */
export function weekday(date: CalendarDate): number {
  return (((dayNumber(date) + 4) % 7) + 7) % 7
}

/** Every day from `from` to `to`, both included; empty where `to` is earlier. */
export function eachDay(from: CalendarDate, to: CalendarDate): CalendarDate[] {
  const first = dayNumber(from)
  return Array.from({ length: Math.max(0, dayNumber(to) - first + 1) }, (_, i) => fromDayNumber(first + i))
}

/** Asia/Shanghai has kept UTC+8 without summer time since 1991. */
const SHANGHAI_MS = 8 * 3_600_000
const DAY_MS = 86_400_000

/** The calendar day in Asia/Shanghai at an instant given in epoch milliseconds. */
export function shanghaiDay(epochMs: number): CalendarDate {
  return fromDayNumber(Math.floor((epochMs + SHANGHAI_MS) / DAY_MS))
}

/** The calendar day in Asia/Shanghai of an ISO instant. */
export function dayOfInstant(instant: Instant): CalendarDate {
  const day = instant.slice(0, 10)
  return Number(instant.slice(11, 13)) >= 16 ? addDays(day, 1) : day
}

/** The last instant of a day in Asia/Shanghai, e.g. `2018-07-31` → `2018-07-31T15:59:59.999Z`. */
export function endOfDay(date: CalendarDate): Instant {
  return `${date}T15:59:59.999Z`
}
