import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Workdays, workdaysOf, type YearCalendar } from '@lvliang/shared/dates/workdays'
import { PATHS } from '../paths.ts'

/** Workdays by every yearly calendar there is. */
export function readWorkdays(folder: string = PATHS.calendar): Workdays {
  const files = existsSync(folder) ? readdirSync(folder).filter(name => /^\d{4}\.json$/.test(name)) : []
  const calendars = files.map(name => JSON.parse(readFileSync(join(folder, name), 'utf8')) as YearCalendar)
  return workdaysOf(calendars.map(({ year, off, work }) => ({ year, off, work })))
}
