import type { Moment } from '../centres/fold.ts'
import type { CentreRecord } from '../centres/record.schema.ts'
import { type CalendarDate, daysBetween, type Instant } from '../dates/calendar-date.ts'
import type { Workdays } from '../dates/workdays.ts'
import { type Period, reportDueOn } from './period.ts'

/** A month sent back by the city office. */
export interface Return {
  returnedOn: CalendarDate
  returnedAt: Instant
  office: string
  reason: string
}

/** A county's signature under a month. */
export interface Signature {
  id: string
  snapshotDay: CalendarDate
  signedOn: CalendarDate
  signedAt: Instant
  /** The office that signed, never a person. */
  office: string
  reviewer: string | null
  /** Null: it stands. */
  returned: Return | null
}

/** The signatures of each month, oldest first. */
export type Signatures = ReadonlyMap<Period, readonly Signature[]>

const signatureOf = (record: CentreRecord & { kind: 'monthlyReport' }): Signature => ({
  id: record.id,
  snapshotDay: record.body.snapshotDay,
  signedOn: record.date,
  signedAt: record.recordedAt,
  office: record.recordedBy,
  reviewer: record.body.reviewer,
  returned: null,
})

const returnOf = (record: CentreRecord & { kind: 'monthlyReportReturned' }): Return => ({
  returnedOn: record.date,
  returnedAt: record.recordedAt,
  office: record.recordedBy,
  reason: record.body.reason,
})

/** What a county signed and had sent back, as known at a moment: the fold of its own records in order of entry. */
export function signaturesOf(records: readonly CentreRecord[], { asOf, knownAt }: Moment): Signatures {
  const months = new Map<Period, Signature[]>()
  for (const record of records) {
    if (record.recordedAt > knownAt || record.date > asOf) continue
    if (record.kind === 'monthlyReport') {
      const month = months.get(record.body.period) ?? []
      months.set(record.body.period, [...month, signatureOf(record)])
    }
    if (record.kind === 'monthlyReportReturned') {
      const signature = months.get(record.body.period)?.find(({ id }) => id === record.body.reportId)
      if (signature && signature.returned === null) signature.returned = returnOf(record)
    }
  }
  return months
}

export const MONTH_STATES = ['notDue', 'onTime', 'late', 'missing', 'returned'] as const
/** 未到期 · 已报 · 迟报 · 未报 · 退回 */
export type MonthState = (typeof MONTH_STATES)[number]

/** Whether a signature stands under the month. */
export const isSigned = (state: MonthState): state is 'onTime' | 'late' => state === 'onTime' || state === 'late'

export interface MonthStanding {
  state: MonthState
  /** Days after the due day: of the signature, or of the day asked for while nothing stands signed. */
  daysLate: number
  /** The newest signature, standing or sent back; null: never signed. */
  signature: Signature | null
}

/** How a month stands: the newest signature decides, one that was sent back counts for nothing. */
export function monthStanding(
  signatures: Signatures,
  period: Period,
  { asOf, workdays }: { asOf: CalendarDate; workdays: Workdays },
): MonthStanding {
  const due = reportDueOn(period, workdays)
  const signature = signatures.get(period)?.at(-1) ?? null
  const until = signature !== null && signature.returned === null ? signature.signedOn : asOf
  const daysLate = Math.max(0, daysBetween(due, until))
  return { state: stateOf(signature, daysLate), daysLate, signature }
}

function stateOf(signature: Signature | null, daysLate: number): MonthState {
  if (signature === null) return daysLate > 0 ? 'missing' : 'notDue'
  if (signature.returned !== null) return 'returned'
  return daysLate > 0 ? 'late' : 'onTime'
}
