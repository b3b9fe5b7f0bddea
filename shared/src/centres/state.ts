import type { CalendarDate, Instant } from '../dates/calendar-date.ts'
import type { KnownIssue } from '../inspections/issue-state.ts'
import { FUND_KINDS, FUNDING_SOURCES, type FundingSource, type FundKind } from '../plan/plan.schema.ts'
import type { MilestoneId, ReportableStage, Stage } from '../plan/stage.ts'
import type { CentreFacts, RecordBody } from './record.schema.ts'

/** A stage as the county reports it. */
export interface ReportedStage {
  /** The record that says so. */
  id: string
  /** The account that reported it; null: a file. */
  accountId: string | null
  date: CalendarDate
  recordedAt: Instant
  /** Stated by a loaded register: its entry instant says nothing about punctuality. */
  fromRegister: boolean
}

/** A stage as inspectors or the city found it. `recognisedOn` null: not recognised as reached on the visit day. */
export interface CheckedStage {
  recognisedOn: CalendarDate | null
  checkedOn: CalendarDate
  disputes: boolean
}

export interface Suspension {
  from: CalendarDate
  /** Last day of the stop; null while open. */
  to: CalendarDate | null
  reason: string
}

export interface Relocation {
  id: string
  requestedOn: CalendarDate
  agreedOn: CalendarDate | null
  declinedOn: CalendarDate | null
  reason: string
}

/** A delay the county asked for. */
export interface DelayRequest extends RecordBody<'delayRequested'> {
  id: string
  requestedOn: CalendarDate
  decided: 'approved' | 'declined' | null
}

/** Fen by source and kind, one cell each: see {@link fundCell}. */
export type FundSums = number[]

/** What is known of one centre at (`asOf`, `knownAt`): the fold of its records. No value here depends on today. */
export interface CentreState {
  facts: Partial<CentreFacts>
  reported: Partial<Record<ReportableStage, ReportedStage>>
  checked: Partial<Record<ReportableStage, CheckedStage>>
  /** Highest stage reported, reversals applied. */
  stage: Stage
  /** Highest stage recognised; null: nothing verified. */
  verifiedStage: Stage | null
  suspensions: Suspension[]
  relocations: Relocation[]
  dueDays: Partial<Record<MilestoneId, CalendarDate>>
  delayRequests: DelayRequest[]
  delays: (RecordBody<'delay'> & { from: CalendarDate })[]
  funds: FundSums
  /** The part of `funds` split from county lumps. */
  fromLumps: FundSums
  doubts: RecordBody<'doubt'>[]
  /** Days on which it was visited, in the order of entry. */
  visitedOn: CalendarDate[]
  issues: KnownIssue[]
  updatedAt: Instant | null
  /** Number of records known; changes with each. */
  version: number
}

const CELLS = FUNDING_SOURCES.length * FUND_KINDS.length
const sourceRow = new Map(FUNDING_SOURCES.map((source, i) => [source, i * FUND_KINDS.length]))
const kindColumn = new Map(FUND_KINDS.map((kind, i) => [kind, i]))

/** The place of a source and kind in {@link FundSums}. */
export function fundCell(source: FundingSource, kind: FundKind): number {
  return (sourceRow.get(source) as number) + (kindColumn.get(kind) as number)
}

/** Sums of nothing: all cells 0. */
export function noFunds(): FundSums {
  return new Array<number>(CELLS).fill(0)
}
