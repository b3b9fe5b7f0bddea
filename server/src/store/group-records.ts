import type { CentreRecord } from '@lvliang/shared/centres/record.schema'
import { listOf } from '../lib/list-of.ts'

export interface GroupedRecords {
  byCentre: Map<string, CentreRecord[]>
  /** Records about a county itself. */
  byCounty: Map<string, CentreRecord[]>
}

/** Sorts records by what they are about, keeping their order. */
export function groupRecords(records: Iterable<CentreRecord>): GroupedRecords {
  const grouped: GroupedRecords = { byCentre: new Map(), byCounty: new Map() }
  for (const record of records) {
    const { centreCode, countyCode } = record
    const own = centreCode === null ? listOf(grouped.byCounty, countyCode) : listOf(grouped.byCentre, centreCode)
    own.push(record)
  }
  return grouped
}
