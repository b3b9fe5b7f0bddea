import type { CountyState } from '@lvliang/shared/board/county'
import type { CalendarDate } from '@lvliang/shared/dates/calendar-date'
import type { Workdays } from '@lvliang/shared/dates/workdays'
import { isOver, periodsOf, reportDueOn } from '@lvliang/shared/reports/period'
import type { MonthToSign } from '@lvliang/shared/tasks/task-source'

/** The months of the plan's year that are over and not signed, or were sent back. */
export const monthsToSign = (
  county: CountyState,
  { today, year, workdays }: { today: CalendarDate; year: number; workdays: Workdays },
): MonthToSign[] =>
  periodsOf(year)
    .filter(period => isOver(period, today) && county.signed[period] === undefined)
    .map(period => ({ period, due: reportDueOn(period, workdays), returned: county.returned[period] ?? null }))
