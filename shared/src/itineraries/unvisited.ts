import { isRecused } from './model.ts'
import type { Unvisited, UnvisitedReason } from './problem.ts'
import { Routes } from './routes.ts'

/**
 * Why a site has no visit. Reasons are asked from the most general on: may any team go, is it near enough to any depot,
 * is there a day that would take it alone; what is left lost to more important sites.
 */
function reasonOf(site: number, alone: Routes): UnvisitedReason {
  const { n, m, sites, days, travel, row, column, service, from, to, demand, capacity } = alone.model
  if (m === 0) return 'noTime'
  const may = days.map(({ team }) => !isRecused(team, sites[site]!))
  if (!may.includes(true)) return 'recusal'
  const isNear = (r: number) => {
    const there = travel[row[n + r]! + column[site]!]!
    return from[r]! + there + service[site]! + travel[row[site]! + column[n + m + r]!]! <= to[r]!
  }
  if (!may.some((is, r) => is && isNear(r))) return 'tooFar'
  if (alone.findPlace(site, null) || days.every((_, r) => demand[site]! > capacity[r]!)) return 'noTime'
  return 'window'
}

/** The least detour and service on any team-day that may visit the site, whether there is time for it or not. */
function extraMinutes(site: number, routes: Routes): number | null {
  const { n, m, travel, row, column, service, allowed } = routes.model
  let least = Number.POSITIVE_INFINITY
  for (let r = 0; r < m; r++) {
    if (!allowed[r * n + site]) continue
    for (let p = routes.start(r); p !== routes.end(r); p = routes.next[p]!) {
      const [s, isEmpty] = [routes.next[p]!, routes.count[r] === 0]
      const detour =
        travel[row[p]! + column[site]!]! + travel[row[site]! + column[s]!]! - (isEmpty ? 0 : routes.hop[p]!)
      least = Math.min(least, detour + service[site]!)
    }
  }
  return least === Number.POSITIVE_INFINITY ? null : least
}

/** Every site without a visit, by id. O(sites · (team-days + stops)). */
export function explainUnvisited(routes: Routes): Unvisited[] {
  const { n, sites } = routes.model
  const alone = new Routes(routes.model, routes.weights)
  return Array.from({ length: n }, (_, i) => i)
    .filter(i => !routes.isPresent(i))
    .map(i => ({ siteId: sites[i]!.id, reason: reasonOf(i, alone), extraMinutes: extraMinutes(i, routes) }))
}
