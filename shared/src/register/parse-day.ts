import { type CalendarDate, calendarDate, fromDayNumber } from '../dates/calendar-date.ts'
import { plainKey } from './names.ts'
import type { Parsed } from './problem.ts'
import type { RawCell } from './raw-table.ts'

export interface DayContext {
  /** The plan's year: what a day without a year means. */
  year: number
  /** Whether serials count from 1904. */
  date1904: boolean
}

/** Days before 1990 or after 2100 are slips: a serial, a decimal or a mistyped year, never a day of a works plan. */
const YEARS = { first: 1990, last: 2100 }

const TIME = /[T\s]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$/
const SEPARATED = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/
const CHINESE = /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]?$/
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/
const NO_YEAR = /^(\d{1,2})月(\d{1,2})[日号]$/
const SERIAL = /^\d{5}(\.\d+)?$/
const NO_DAY =
  /^((\d{4}|今|本|当)年)?(\d{1,2}|[一二三四五六七八九十]{1,2}|本|上|下)月(份|上旬|中旬|下旬|初|中|底|末|中下旬|上中旬)?$|^\d{4}年?$|^\d{4}[-/.]\d{1,2}$|季度|年(初|底|末|中)$/
const YEAR_UNCLEAR = /^\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}[日号]?$|^\d{1,2}[-/.]\d{1,2}$|^\d{1,2}[-/.]\d{1,2}[-/.]\d{2}$/

/**
 * A day as people type it: 2018-05-03, 2018/5/3, 2018.5.3, 2018年5月3日, 20180503, 5月3日 (in the plan's year), or an
 * Excel serial. A month or a third of one is no day.
 */
export function parseDay(cell: RawCell, context: DayContext): Parsed<CalendarDate> {
  if (typeof cell === 'number') return parseNumber(cell, context)
  if (typeof cell !== 'string') return bad('badDay', context)
  const text = plainKey(cell.normalize('NFKC').trim().replace(TIME, ''))
  const full = SEPARATED.exec(text)
  if (full !== null) return day([full[1], full[3], full[4]], context)
  const other = CHINESE.exec(text) ?? COMPACT.exec(text)
  if (other !== null) return day(other.slice(1), context)
  const inYear = NO_YEAR.exec(text)
  if (inYear !== null) return day([context.year, inYear[1], inYear[2]], context)
  if (SERIAL.test(text)) return parseNumber(Number(text), context)
  if (NO_DAY.test(text)) return bad('dayMissing', context)
  return bad(YEAR_UNCLEAR.test(text) ? 'yearMissing' : 'badDay', context)
}

function parseNumber(value: number, context: DayContext): Parsed<CalendarDate> {
  if (Number.isInteger(value) && value >= 10_000_000) return parseDay(String(value), context)
  const date = dayOfSerial(Math.floor(value), context.date1904)
  return date === null ? bad('badDay', context) : withinReason(date, context)
}

/**
 * The day of an Excel serial. The 1900 system counts a 29 February 1900 that never was (serial 60), so serials
 * below it are one day off; the 1904 system starts at 0 for 1904-01-01. ECMA-376 Part 1, 18.17.4.1.
 */
export function dayOfSerial(serial: number, date1904: boolean): CalendarDate | null {
  if (!Number.isInteger(serial) || serial < 0 || serial > 2_958_465) return null
  if (date1904) return fromDayNumber(serial - 24_107)
  if (serial === 0 || serial === 60) return null
  return fromDayNumber(serial - (serial > 60 ? 25_569 : 25_568))
}

function day(parts: readonly (string | number | undefined)[], context: DayContext): Parsed<CalendarDate> {
  const date = calendarDate(Number(parts[0]), Number(parts[1]), Number(parts[2]))
  return date === null ? bad('noSuchDay', context) : withinReason(date, context)
}

function withinReason(date: CalendarDate, context: DayContext): Parsed<CalendarDate> {
  const year = Number(date.slice(0, 4))
  return year < YEARS.first || year > YEARS.last ? bad('badDay', context) : { value: date }
}

const bad = (code: 'badDay' | 'dayMissing' | 'yearMissing' | 'noSuchDay', { year }: DayContext) => ({
  code,
  params: { year },
})
