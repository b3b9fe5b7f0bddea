import type { CalendarDate } from '@lvliang/shared/dates/calendar-date'
import type { FundingSource, FundKind } from '@lvliang/shared/plan/plan.schema'
import type { Journal } from '../journal.ts'
import type { Slot } from '../slots.ts'

const CITY = '市民政局'

/** What is posted to a fund line (slot × source). */
export interface Posting {
  slot: Slot
  source: FundingSource
  kind: FundKind
  amountFen: number
  date: CalendarDate
  enteredOn: CalendarDate
  documentNo: string
  note?: string
  splitsLump?: string
  reverses?: string
}

/** Posts to the journal and remembers the sums of every line. */
export interface LineLedger {
  post(posting: Posting): string
  /** The sum of one kind known before `day`. */
  sumBefore(slot: Slot, source: FundingSource, kind: FundKind, day: CalendarDate): number
}

export function createLineLedger(journal: Journal): LineLedger {
  const lines = new Map<string, Posting[]>()
  const lineOf = (slot: Slot, source: FundingSource, kind: FundKind) => `${slot.code} ${source} ${kind}`

  const post = (posting: Posting) => {
    const { slot, source, kind, amountFen, date, enteredOn, documentNo, note, splitsLump, reverses } = posting
    const line = lineOf(slot, source, kind)
    lines.set(line, [...(lines.get(line) ?? []), posting])
    return journal.add({
      countyCode: slot.county.code,
      centreCode: slot.code,
      date,
      enteredOn,
      recordedBy: kind === 'issued' || kind === 'disbursed' ? CITY : slot.county.office,
      kind: 'fundEntry',
      body: {
        source,
        kind,
        amountFen,
        documentNo,
        ...(note !== undefined && { note }),
        ...(splitsLump !== undefined && { splitsLump }),
        ...(reverses !== undefined && { reverses }),
      },
    })
  }
  const sumBefore = (slot: Slot, source: FundingSource, kind: FundKind, day: CalendarDate) =>
    (lines.get(lineOf(slot, source, kind)) ?? [])
      .filter(posting => posting.date < day && posting.enteredOn < day)
      .reduce((sum, { amountFen, reverses }) => sum + (reverses === undefined ? amountFen : -amountFen), 0)
  return { post, sumBefore }
}
