import type { CountyState } from '@lvliang/shared/board/county'
import { addDays, type CalendarDate } from '@lvliang/shared/dates/calendar-date'
import type { Workdays } from '@lvliang/shared/dates/workdays'
import type { MonthToSign } from '@lvliang/shared/tasks/county-tasks'

const pad = (value: number) => String(value).padStart(2, '0')
/** Day of the next month on which a month is due, else the next workday [ours]. */
const DUE_DAY = 5

/** The months of the plan's year that are over and not signed, or were sent back. */
export function monthsToSign(
  county: CountyState,
  { today, year, workdays }: { today: CalendarDate; year: number; workdays: Workdays },
): MonthToSign[] {
  return Array.from({ length: 12 }, (_, i) => i + 1).flatMap((month): MonthToSign[] => {
    const next = month === 12 ? `${year + 1}-01-01` : `${year}-${pad(month + 1)}-01`
    const period = `${year}-${pad(month)}`
    if (next > today || county.signed[period] !== undefined) return []
    return [{ period, due: workdays.onOrAfter(addDays(next, DUE_DAY - 1)), returned: county.returned[period] ?? null }]
  })
}
