import type { Moment } from '../centres/fold.ts'
import type { CentreRecord } from '../centres/record.schema.ts'
import { type CentreState, type FundSums, fundCell, noFunds } from '../centres/state.ts'
import { addDays, type CalendarDate, dayOfInstant } from '../dates/calendar-date.ts'
import type { Workdays } from '../dates/workdays.ts'
import { applyIssue, type KnownIssue } from '../inspections/issue-state.ts'
import { FUND_KINDS, FUNDING_SOURCES, type FundKind } from '../plan/plan.schema.ts'
import { isSigned, monthStanding, type Signatures, signaturesOf } from '../reports/month-state.ts'

/** What is known of a county itself at a moment: lumps of money, signed months, orders about the county. */
export interface CountyState {
  issues: KnownIssue[]
  lumps: FundSums
  signatures: Signatures
}

/** Folds a county's own records (those without a centre), in the order of entry. */
export function foldCounty(records: readonly CentreRecord[], moment: Moment): CountyState {
  const state: CountyState = { lumps: noFunds(), issues: [], signatures: signaturesOf(records, moment) }
  for (const record of records) {
    if (record.recordedAt > moment.knownAt || record.date > moment.asOf) continue
    applyIssue(state.issues, record)
    if (record.kind !== 'fundEntry') continue
    const cell = fundCell(record.body.source, record.body.kind)
    const sign = record.body.reverses === undefined ? 1 : -1
    state.lumps[cell] = (state.lumps[cell] ?? 0) + sign * record.body.amountFen
  }
  return state
}

/** Money posted to the county and not yet split to its slots (未分解), fen by kind. */
export function unsplitFen(county: CountyState, centres: readonly CentreState[]): Record<FundKind, number> {
  const left = Object.fromEntries(FUND_KINDS.map(kind => [kind, 0])) as Record<FundKind, number>
  for (const kind of FUND_KINDS) {
    for (const source of FUNDING_SOURCES) {
      const cell = fundCell(source, kind)
      const split = centres.reduce((sum, { fromLumps }) => sum + (fromLumps[cell] ?? 0), 0)
      left[kind] += (county.lumps[cell] ?? 0) - split
    }
  }
  return left
}

/** The day of the latest entry known at the moment; null: none. */
export function lastEntryOn(records: Iterable<CentreRecord>, { asOf, knownAt }: Moment): CalendarDate | null {
  let latest: string | null = null
  for (const { recordedAt, date } of records) {
    if (recordedAt <= knownAt && date <= asOf && (latest === null || recordedAt > latest)) latest = recordedAt
  }
  return latest === null ? null : dayOfInstant(latest)
}

/** The report of the month before `asOf`: `missing` once its due day has passed unsigned. */
export function reportingStatus({ signatures }: CountyState, asOf: CalendarDate, workdays: Workdays) {
  const period = addDays(`${asOf.slice(0, 7)}-01`, -1).slice(0, 7)
  const { state } = monthStanding(signatures, period, { asOf, workdays })
  return { period, status: isSigned(state) ? 'signed' : state } as const
}
