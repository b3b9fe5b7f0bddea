import type { ReportingStatus } from '@lvliang/shared/reports/report.schema'

/** The months a county can sign: over, and not signed or sent back; the oldest first. */
export function signableMonths({ periods, counties }: ReportingStatus, county: string): string[] {
  const months = counties.find(({ code }) => code === county)?.months ?? []
  return periods.flatMap(({ period, over }, i) => {
    const state = months[i]?.state
    return over && state !== 'onTime' && state !== 'late' ? period : []
  })
}

/** Who reviewed what the county signed last: most often the same person again. */
export function lastReviewer({ counties }: ReportingStatus, county: string): string {
  const months = counties.find(({ code }) => code === county)?.months ?? []
  return months.findLast(({ signature }) => signature?.reviewer)?.signature?.reviewer ?? ''
}
