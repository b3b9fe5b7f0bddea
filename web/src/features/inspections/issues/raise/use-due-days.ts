import { addDays } from '@lvliang/shared/dates/calendar-date'
import { workdaysOf } from '@lvliang/shared/dates/workdays'
import type { Severity } from '@lvliang/shared/inspections/checklist.schema'
import { workdaysAfter } from '@lvliang/shared/inspections/due-day'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { checklistQueries } from '../../../../api/inspection.queries.ts'

/** Due days farther off are not counted in workdays. */
const FAR = 120

/** Due days by the calendars and settings of inspection; undefined until they are known. */
export function useDueDays(today: string) {
  const checklist = useQuery(checklistQueries.current()).data
  return useMemo(() => {
    if (checklist === undefined) return undefined
    const workdays = workdaysOf(checklist.calendars)
    return {
      /** As the settings give a severity, or an order. */
      usual: (kind: Severity | 'order') => workdaysAfter(today, checklist.dueWorkdays[kind].value, workdays),
      workday: workdays.onOrAfter,
      /** How many workdays from today; null: too far off, or past. */
      countTo(day: string): number | null {
        if (day < today || day > addDays(today, FAR)) return null
        let n = 0
        for (let at = addDays(today, 1); at <= day; at = addDays(at, 1)) if (workdays.isWorkday(at)) n++
        return n
      },
    }
  }, [checklist, today])
}
export type DueDays = NonNullable<ReturnType<typeof useDueDays>>
