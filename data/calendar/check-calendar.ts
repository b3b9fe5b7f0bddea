/**
 * Compares every yearly calendar here with the package `chinese-days`, day by day.
 * Run: `pnpm --filter @lvliang/data exec tsx --conditions source calendar/check-calendar.ts`
 */
import { readdirSync, readFileSync } from 'node:fs'
import { eachDay } from '@lvliang/shared/dates/calendar-date'
import { workdaysOf, type YearCalendar } from '@lvliang/shared/dates/workdays'
import chineseDays from 'chinese-days'

const files = readdirSync(new URL('.', import.meta.url)).filter(file => /^\d{4}\.json$/.test(file))
const calendars = files.map(file => JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as YearCalendar)
const workdays = workdaysOf(calendars)

const differences = calendars.flatMap(({ year }) =>
  eachDay(`${year}-01-01`, `${year}-12-31`).filter(day => workdays.isWorkday(day) !== chineseDays.isWorkday(day)),
)

if (differences.length) {
  console.error(`chinese-days disagrees on ${differences.join(', ')}`)
  process.exitCode = 1
} else {
  console.log(`${files.join(', ')}: chinese-days agrees on every day`)
}
