import type { CentreRecord } from '@lvliang/shared/centres/record.schema'
import type { LiveEvent } from '@lvliang/shared/live/live-event.schema'
import type { Ledger } from '../ledger/ledger.ts'

/** A record tells its stage where it is about one. */
const stageOf = ({ body }: CentreRecord) => ('stage' in body ? { stage: body.stage } : {})

/** Every record counts, whatever day it is about. */
function versionAt(ledger: Ledger, { centreCode, seq }: CentreRecord): number | null {
  if (centreCode === null) return null
  return ledger.storedOfCentre(centreCode).filter(record => record.seq <= seq).length
}

const eventOf = (ledger: Ledger, record: CentreRecord, act: string): LiveEvent => ({
  type: record.centreCode === null ? 'county' : 'centre',
  recordId: record.id,
  act,
  code: record.centreCode,
  county: record.countyCode,
  version: versionAt(ledger, record),
  kind: record.kind,
  ...stageOf(record),
  date: record.date,
  recordedBy: record.recordedBy,
})

const cameTogether = (a: CentreRecord, b: CentreRecord) =>
  a.recordedAt === b.recordedAt && a.accountId === b.accountId && a.centreCode === b.centreCode

/** Records in the order of their entry as events, each with its place in that order. */
export function eventsOf(ledger: Ledger, records: readonly CentreRecord[]): { id: number; event: LiveEvent }[] {
  let first = records[0]
  return records.map(record => {
    if (first === undefined || !cameTogether(first, record)) first = record
    return { id: record.seq, event: eventOf(ledger, record, first.id) }
  })
}
