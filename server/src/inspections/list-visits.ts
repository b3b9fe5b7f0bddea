import type { Visit, VisitListQuery, VisitPage } from '@lvliang/shared/inspections/visit.schema'
import type { Viewer } from '../access/viewer.ts'
import { readCursor, walkOf, writeCursor } from '../ledger/cursor.ts'
import { resolveMoment, type Times } from '../ledger/times.ts'
import type { VisitIndex } from '../ledger/visit-index.ts'

const DEFAULT_LIMIT = 100

const leaves = ({ state, county, centre, from, to, mine }: VisitListQuery, visit: Visit): boolean =>
  (state === undefined || visit.state === state) &&
  (county === undefined || visit.county === county) &&
  (centre === undefined || visit.centre.code === centre) &&
  (from === undefined || visit.date >= from) &&
  (to === undefined || visit.date <= to) &&
  (mine === undefined || visit.mine === mine)

interface Listing {
  visits: VisitIndex
  times: Times
}

/** One page of the visits a viewer may know of: those to come with the next first, any others with the newest. */
export function listVisits({ visits, times }: Listing, viewer: Viewer, query: VisitListQuery): VisitPage {
  const walk = walkOf(query)
  const cursor = query.cursor === undefined ? null : readCursor(query.cursor, walk)
  const moment = resolveMoment(times, cursor?.moment ?? {})
  const found = visits.all(moment, viewer).filter(visit => leaves(query, visit))
  if (query.state === 'planned') found.reverse()
  const start = cursor?.offset ?? 0
  const end = start + (query.limit ?? DEFAULT_LIMIT)
  return {
    items: found.slice(start, end),
    total: found.length,
    nextCursor: end < found.length ? writeCursor({ offset: end, moment }, walk) : null,
    today: times.today(),
  }
}
