import type { CalendarDate } from '@lvliang/shared/dates/calendar-date'
import type { Workdays } from '@lvliang/shared/dates/workdays'
import { isSigned, monthStanding, type Signatures } from '@lvliang/shared/reports/month-state'
import { isOver, periodsOf, reportDueOn } from '@lvliang/shared/reports/period'
import type { MonthToSign } from '@lvliang/shared/tasks/task-source'

/** The months of the plan's year that are over and not signed, or were sent back. */
export const monthsToSign = (
  signatures: Signatures,
  { today, year, workdays }: { today: CalendarDate; year: number; workdays: Workdays },
): MonthToSign[] =>
  periodsOf(year)
    .filter(period => isOver(period, today))
    .flatMap(period => {
      const { state, signature } = monthStanding(signatures, period, { asOf: today, workdays })
      const returned = signature?.returned?.reason ?? null
      return isSigned(state) ? [] : { period, due: reportDueOn(period, workdays), returned }
    })
