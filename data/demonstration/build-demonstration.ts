import type { NewRecord } from '@lvliang/shared/centres/record.schema'
import type { PlanFile } from '@lvliang/shared/plan/plan.schema'
import { COUNTIES } from './counties.ts'
import { addFacts } from './facts.ts'
import { addIssues } from './funds/issues.ts'
import { createLineLedger } from './funds/line-ledger.ts'
import { addPaymentAhead, addPayments } from './funds/payments.ts'
import { addEarlyTransfer, addTransfers } from './funds/transfers.ts'
import { inspections } from './inspections.ts'
import { createJournal } from './journal.ts'
import { addMonthlyReports } from './monthly-reports.ts'
import { addOverlays } from './overlays.ts'
import { addReports } from './reports.ts'
import { createSlots } from './slots.ts'
import { addVisits } from './visits.ts'

/** Fixed: the same seed and plan make the same bytes. */
export const SEED = 20_180_731

const byInstant = (a: NewRecord, b: NewRecord) => (a.recordedAt < b.recordedAt ? -1 : 1)

/** Every record of the invented year, in the order of entry. */
export function buildDemonstration(plan: PlanFile, seed: number = SEED): NewRecord[] {
  const journal = createJournal(seed)
  const slots = createSlots(seed)
  for (const slot of slots) {
    addFacts(slot, seed, journal)
    addReports(slot, seed, journal)
    addOverlays(slot, journal)
    addVisits(slot, seed, journal)
  }
  const ledger = createLineLedger(journal)
  addIssues(slots, ledger, journal)
  addEarlyTransfer(slots, ledger)
  addTransfers(slots, ledger)
  addPaymentAhead(slots, ledger)
  addPayments(slots, plan, ledger)
  for (const [stream, county] of COUNTIES.entries()) addMonthlyReports(county, stream, seed, journal)
  const records = journal.records()
  return [...records, ...inspections(records, slots, seed)].sort(byInstant)
}

/** One record a line. */
export const toLines = (records: readonly NewRecord[]): string =>
  records.map(record => `${JSON.stringify(record)}\n`).join('')
