import type { CalendarDate } from '@lvliang/shared/dates/calendar-date'
import type { FundingSource, PlanFile } from '@lvliang/shared/plan/plan.schema'
import type { ReportableStage } from '@lvliang/shared/plan/stage'
import { COUNTIES, type CountyProfile } from '../counties.ts'
import { entryDay } from '../office-days.ts'
import type { Slot } from '../slots.ts'
import { PAID_AHEAD } from './deliberate.ts'
import type { LineLedger } from './line-ledger.ts'

type PayMode = PlanFile['counties'][number]['payMode']

/** Percent of a line that may have been paid once a stage is reached, by the county's pay mode. */
const SHARES: Record<PayMode, Partial<Record<ReportableStage, number>>> = {
  advance: { started: 60, foundation: 80, mainStructure: 95, accepted: 100 },
  byProgress: { started: 40, foundation: 70, mainStructure: 95, accepted: 100 },
  afterAcceptance: { accepted: 90, operating: 100 },
}
const LEAST_FEN = 100_000
const STEP_FEN = 10_000

/** Each county pays once a month, on a day of its own. */
const PAY_DAYS = COUNTIES.map((_, index) => String(10 + ((index * 7) % 18)))

function payDays(county: CountyProfile): CalendarDate[] {
  const day = PAY_DAYS[COUNTIES.indexOf(county)]
  return ['04', '05', '06', '07', '08', '09', '10', '11', '12'].map(month => entryDay(`2018-${month}-${day}`, 0))
}

function shareOn(slot: Slot, payMode: PayMode, day: CalendarDate): number {
  const reached = Object.entries(SHARES[payMode]) as [ReportableStage, number][]
  return Math.max(0, ...reached.filter(([stage]) => (slot.days[stage] ?? '9') < day).map(([, percent]) => percent))
}

function payLine(slot: Slot, source: FundingSource, targetFen: number, day: CalendarDate, ledger: LineLedger): void {
  const receivedFen = ledger.sumBefore(slot, source, 'received', day)
  const amountFen = Math.min(targetFen, receivedFen) - ledger.sumBefore(slot, source, 'paid', day)
  if (amountFen < LEAST_FEN) return
  const documentNo = `演示${slot.county.name}财支〔2018〕${day.slice(5).replace('-', '')}号`
  ledger.post({ slot, source, kind: 'paid', amountFen, date: day, enteredOn: entryDay(day, 1), documentNo })
}

/** What the counties pay to builders, by pay mode and progress, never more than has arrived. */
export function addPayments(slots: readonly Slot[], plan: PlanFile, ledger: LineLedger): void {
  for (const slot of slots) {
    const payMode = plan.counties.find(county => county.code === slot.county.code)?.payMode ?? 'byProgress'
    for (const day of payDays(slot.county)) {
      const share = shareOn(slot, payMode, day)
      for (const { id, amountFen } of plan.fundingSources) {
        const targetFen = Math.floor((amountFen * share) / 100 / STEP_FEN) * STEP_FEN
        payLine(slot, id, targetFen, day, ledger)
      }
    }
  }
}

/** The one payment made ahead of its money. */
export function addPaymentAhead(slots: readonly Slot[], ledger: LineLedger): void {
  const { code, source, amountFen, on } = PAID_AHEAD
  const slot = slots.find(other => other.code === code)
  if (slot === undefined) return
  const documentNo = `演示${slot.county.name}财支〔2018〕${on.slice(5).replace('-', '')}号`
  ledger.post({ slot, source, kind: 'paid', amountFen, date: on, enteredOn: on, documentNo, note: '县级先行垫付' })
}
