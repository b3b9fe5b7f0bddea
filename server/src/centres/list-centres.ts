import type { CentrePage } from '@lvliang/shared/centres/centre.schema'
import type { CentreListQuery } from '@lvliang/shared/centres/filter.schema'
import { selectCentres } from '../ledger/select-centres.ts'
import type { Reader } from '../reader.ts'
import { readCursor, walkOf, writeCursor } from './cursor.ts'
import { sortCentres } from './sort-centres.ts'

const DEFAULT_LIMIT = 100

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
