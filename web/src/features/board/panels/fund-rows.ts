import type { Summary } from '@lvliang/shared/board/summary.schema'
import type { FundTotals } from '@lvliang/shared/centres/centre.schema'
import type { FundingSource } from '@lvliang/shared/plan/plan.schema'

export type FundRow = FundTotals & { source: FundingSource | 'total' }

export const FUND_COLUMNS = ['planned', 'issued', 'disbursed', 'received', 'paid'] as const
export type FundColumn = (typeof FUND_COLUMNS)[number]

/** The sources in the plan's order, then their sum. */
export function fundRows(funding: Summary['funding']): FundRow[] {
  return [...funding.bySource, { ...funding.total, source: 'total' }]
}

export interface FundBar {
  column: FundColumn
  share: number
}

/** Bars of one row against the widest plan, the longest first so that a shorter one is never hidden behind it. */
export function fundBars(row: FundTotals, widestFen: number): FundBar[] {
  return FUND_COLUMNS.map(column => ({ column, share: widestFen === 0 ? 0 : row[`${column}Fen`] / widestFen })).sort(
    (a, b) => b.share - a.share,
  )
}
