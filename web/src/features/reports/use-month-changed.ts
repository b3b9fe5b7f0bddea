import type { MonthlyReport } from '@lvliang/shared/reports/report.schema'
import { useQueryClient } from '@tanstack/react-query'
import { reportQueries } from '../../api/report.queries.ts'
import { taskQueries } from '../../api/task.queries.ts'

/** What must be read again once a month was signed or sent back; the month itself is in the answer. */
export function useMonthChanged() {
  const queries = useQueryClient()
  return async (report: MonthlyReport) => {
    queries.setQueryData(reportQueries.month(report.county, report.period, {}).queryKey, report)
    await Promise.all([
      queries.invalidateQueries({ queryKey: reportQueries.all }),
      queries.invalidateQueries({ queryKey: taskQueries.all }),
      queries.invalidateQueries({ queryKey: ['summary'] }),
    ])
  }
}
