import type { EvaluatedCentre } from '@lvliang/shared/board/summarise'
import type { CentrePage } from '@lvliang/shared/centres/centre.schema'
import type { CentreFilter, CentreListQuery } from '@lvliang/shared/centres/filter.schema'
import type { Snapshot } from '../ledger/ledger.ts'
import { resolveMoment } from '../ledger/times.ts'
import type { Reader } from '../reader.ts'
import { readCursor, walkOf, writeCursor } from './cursor.ts'
import { filterCentres } from './filter-centres.ts'
import { sortCentres } from './sort-centres.ts'

const DEFAULT_LIMIT = 100

export interface Selection {
  snapshot: Snapshot
  filtered: boolean
  centres: readonly EvaluatedCentre[]
}

/** The slots a filter leaves at its moment. */
export function selectCentres({ ledger, times }: Reader, filter: CentreFilter): Selection {
  const snapshot = ledger.snapshot(resolveMoment(times, filter), filter.basis ?? 'reported')
  return { snapshot, ...filterCentres(snapshot.centres, filter, ledger.programme.plan) }
}

/** One page of centres. A cursor holds the moment of the first page, so that a walk sees one world. */
export function listCentres(reader: Reader, query: CentreListQuery): CentrePage {
  const walk = walkOf(query)
  const cursor = query.cursor === undefined ? null : readCursor(query.cursor, walk)
  const { snapshot, centres } = selectCentres(reader, { ...query, ...cursor?.moment })
  const sorted = sortCentres(centres, query.sort ?? 'code', snapshot.basis)
  const start = cursor?.offset ?? 0
  const end = start + (query.limit ?? DEFAULT_LIMIT)
  return {
    items: sorted.slice(start, end).map(({ centre }) => centre),
    total: sorted.length,
    nextCursor: end < sorted.length ? writeCursor({ offset: end, moment: snapshot.moment }, walk) : null,
    asOf: snapshot.moment.asOf,
  }
}
