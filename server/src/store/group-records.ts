import type { CentreRecord } from '@lvliang/shared/centres/record.schema'

export interface GroupedRecords {
  byCentre: Map<string, CentreRecord[]>
  /** Records about a county itself. */
  byCounty: Map<string, CentreRecord[]>
}

/** Sorts records by what they are about, keeping their order. */
export function groupRecords(records: Iterable<CentreRecord>): GroupedRecords {
  const grouped: GroupedRecords = { byCentre: new Map(), byCounty: new Map() }
  for (const record of records) {
    const [map, key] =
      record.centreCode === null ? [grouped.byCounty, record.countyCode] : [grouped.byCentre, record.centreCode]
    const list = map.get(key)
    if (list) list.push(record)
    else map.set(key, [record])
  }
  return grouped
}
