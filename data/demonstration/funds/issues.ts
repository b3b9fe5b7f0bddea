import { addDays, type CalendarDate } from '@lvliang/shared/dates/calendar-date'
import type { FundingSource } from '@lvliang/shared/plan/plan.schema'
import { COUNTIES } from '../counties.ts'
import type { Journal } from '../journal.ts'
import { entryDay } from '../office-days.ts'
import type { Slot } from '../slots.ts'
import type { LineLedger } from './line-ledger.ts'

/** A document that issues money of one source: so much a slot. */
interface IssueDocument {
  source: FundingSource
  documentNo: string
  date: CalendarDate
  fenPerSlot: number
  /** A lump for the county, split to slots later; else straight to the slots that have a village. */
  lump: boolean
  counties?: string[]
}

/** Counties whose slots get the city's lottery money in its first batch. */
const FIRST_BATCH = ['141102', '141121', '141122', '141129', '141130', '141181', '141182']
const SECOND_BATCH = COUNTIES.map(county => county.code).filter(code => !FIRST_BATCH.includes(code))
/** Lin County keeps the city's money back from slots that have not started. */
const HOLDS_BACK = '141124'

const DOCUMENTS: IssueDocument[] = [
  {
    source: 'provincialBudget',
    documentNo: '演示财社〔2017〕186号',
    date: '2017-11-24',
    fenPerSlot: 3_500_000,
    lump: true,
  },
  {
    source: 'municipalBudget',
    documentNo: '演示市财社〔2018〕12号',
    date: '2018-03-14',
    fenPerSlot: 3_000_000,
    lump: true,
  },
  {
    source: 'provincialBudget',
    documentNo: '演示财社〔2018〕41号',
    date: '2018-04-25',
    fenPerSlot: 1_500_000,
    lump: false,
  },
  {
    source: 'provincialLottery',
    documentNo: '演示财综〔2018〕27号',
    date: '2018-05-18',
    fenPerSlot: 1_000_000,
    lump: false,
  },
  {
    source: 'municipalLottery',
    documentNo: '演示市财综〔2018〕33号',
    date: '2018-06-12',
    fenPerSlot: 1_000_000,
    lump: false,
    counties: FIRST_BATCH,
  },
  {
    source: 'municipalLottery',
    documentNo: '演示市财综〔2018〕52号',
    date: '2018-08-14',
    fenPerSlot: 1_000_000,
    lump: false,
    counties: SECOND_BATCH,
  },
]

const sitedEntry = (slot: Slot) => slot.claims[0]?.enteredOn ?? '2018-12-31'

/** The day a lump reaches a slot: the county's day, or later where its village or its start came later. */
function splitDay(slot: Slot, source: FundingSource, issuedOn: CalendarDate): CalendarDate {
  const { county, pace, days } = slot
  const heldBack = county.code === HOLDS_BACK && pace === 'idle' && source === 'municipalBudget'
  const candidates = [county.splitOn, entryDay(issuedOn, 4), entryDay(sitedEntry(slot), 10)]
  if (heldBack) candidates.push(entryDay(days.started ?? '2018-12-31', 14))
  return candidates.sort().at(-1) as CalendarDate
}

/** Issues all documents: straight to slots, or as a lump to the county with its splits. */
export function addIssues(slots: readonly Slot[], ledger: LineLedger, journal: Journal): void {
  for (const { source, documentNo, date, fenPerSlot, lump, counties } of DOCUMENTS) {
    const enteredOn = entryDay(date, 1)
    for (const county of COUNTIES) {
      if (counties !== undefined && !counties.includes(county.code)) continue
      const own = slots.filter(slot => slot.county === county)
      const direct = lump ? [] : own.filter(slot => sitedEntry(slot) < date)
      const later = own.filter(slot => !direct.includes(slot))
      const posting = { source, kind: 'issued', amountFen: fenPerSlot, documentNo } as const
      for (const slot of direct) ledger.post({ ...posting, slot, date, enteredOn })
      if (later.length === 0) continue
      const splitsLump = journal.add({
        countyCode: county.code,
        centreCode: null,
        date,
        enteredOn,
        recordedBy: '市民政局',
        kind: 'fundEntry',
        body: {
          source,
          kind: 'issued',
          amountFen: fenPerSlot * later.length,
          documentNo,
          note: '切块下达，待分解到项目',
        },
      })
      for (const slot of later) {
        const day = splitDay(slot, source, date)
        const split = `演示${county.name}财社〔2018〕${addDays(day, 0).slice(5).replace('-', '')}号`
        ledger.post({ ...posting, slot, date: day, enteredOn: day, documentNo: split, splitsLump })
      }
    }
  }
}
