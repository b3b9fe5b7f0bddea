import type { EvaluatedCentre } from '@lvliang/shared/board/summarise'
import type { CentrePage } from '@lvliang/shared/centres/centre.schema'
import type { CentreListQuery } from '@lvliang/shared/centres/filter.schema'
import { readCursor, walkOf, writeCursor } from '../ledger/cursor.ts'
import { filterCentres } from '../ledger/filter-centres.ts'
import type { Snapshot } from '../ledger/ledger.ts'
import { resolveMoment } from '../ledger/times.ts'
import { LruCache } from '../lib/lru-cache.ts'
import type { Reader } from '../reader.ts'
import { sortCentres } from './sort-centres.ts'

const DEFAULT_LIMIT = 100
const KEPT_WALKS = 8

/** Sorted selections of a snapshot, by walk: the pages of one walk share its work. */
const walks = new WeakMap<Snapshot, LruCache<string, readonly EvaluatedCentre[]>>()

function selectionOf(snapshot: Snapshot, query: CentreListQuery, walk: string) {
  const kept = walks.get(snapshot) ?? new LruCache(KEPT_WALKS)
  walks.set(snapshot, kept)
  const known = kept.get(walk)
  if (known) return known
  const { centres } = filterCentres(snapshot.centres, query, snapshot.programme.plan)
  const sorted = sortCentres(centres, query.sort ?? 'code', snapshot.basis)
  kept.set(walk, sorted)
  return sorted
}

/** One page of centres. A cursor holds the moment of the first page, so that a walk sees one world. */
export function listCentres(reader: Reader, query: CentreListQuery): CentrePage {
  const walk = walkOf(query)
  const cursor = query.cursor === undefined ? null : readCursor(query.cursor, walk)
  const moment = resolveMoment(reader.times, { ...query, ...cursor?.moment })
  const snapshot = reader.ledger.snapshot(moment, query.basis ?? 'reported')
  const sorted = selectionOf(snapshot, query, walk)
  const start = cursor?.offset ?? 0
  const end = start + (query.limit ?? DEFAULT_LIMIT)
  return {
    items: sorted.slice(start, end).map(({ centre }) => centre),
    total: sorted.length,
    nextCursor: end < sorted.length ? writeCursor({ offset: end, moment: snapshot.moment }, walk) : null,
    asOf: snapshot.moment.asOf,
  }
}
