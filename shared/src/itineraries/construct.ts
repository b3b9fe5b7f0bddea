import type { DayOrder } from './problem.ts'
import type { Routes } from './routes.ts'

/** Sites with a fixed number go first, each behind the one before it. */
function putFixed(routes: Routes): void {
  const { n, m, allowed, fixedPlace } = routes.model
  const fixed = Array.from({ length: n }, (_, i) => i)
    .filter(i => fixedPlace[i] !== -1)
    .sort((a, b) => fixedPlace[a]! - fixedPlace[b]! || a - b)
  for (const site of fixed)
    for (let r = 0; r < m; r++) {
      const order = routes.stops(r)
      const last = order.at(-1)
      if (!allowed[r * n + site] || (last !== undefined && fixedPlace[last] === fixedPlace[site])) continue
      routes.reorder(r, [...order, site])
      if (routes.fits(r)) break
      routes.reorder(r, order)
    }
}

/** Each day of the previous plan as far as it still can be kept, in its order. */
function putPrevious(routes: Routes, previous: readonly DayOrder[]): void {
  const { n, sites, days, allowed, fixedPlace } = routes.model
  const number = new Map(sites.map(({ id }, i) => [id, i]))
  for (const { teamId, date, stops } of previous) {
    const r = days.findIndex(day => day.team.id === teamId && day.date === date)
    if (r === -1) continue
    for (const { siteId } of stops) {
      const site = number.get(siteId)
      if (site === undefined || routes.isPresent(site) || !allowed[r * n + site] || fixedPlace[site] !== -1) continue
      routes.foundDay = -1
      routes.foundCost = Number.POSITIVE_INFINITY
      routes.findInDay(site, r, null)
      if (routes.foundDay === r) routes.insert(site, r, routes.foundAfter)
    }
  }
}

/**
 * The other sites by regret-2 (Potvin & Rousseau 1993): next is the one that would lose most if its best team-day were
 * gone. A site that fits one team-day alone would lose its visit. O(n · (m + n · stops)); stops early when told to.
 */
function putByRegret(routes: Routes, isLate: () => boolean): void {
  const { n, m, allowed, fixedPlace } = routes.model
  const { absent } = routes.weights
  const cost = new Float64Array(n * m).fill(Number.POSITIVE_INFINITY)
  const look = (site: number, r: number) => {
    routes.foundCost = Number.POSITIVE_INFINITY
    if (allowed[r * n + site]) routes.findInDay(site, r, null)
    cost[site * m + r] = routes.foundCost
  }
  const open = new Set<number>()
  for (let site = 0; site < n && !isLate(); site++) {
    if (routes.isPresent(site) || fixedPlace[site] !== -1) continue
    open.add(site)
    for (let r = 0; r < m; r++) look(site, r)
  }
  while (open.size > 0 && !isLate()) {
    let [chosen, day, most] = [-1, -1, Number.NEGATIVE_INFINITY]
    for (const site of open) {
      let [best, second, bestDay] = [Number.POSITIVE_INFINITY, absent[site]!, -1]
      for (let r = 0; r < m; r++) {
        const value = cost[site * m + r]!
        if (value < best) {
          second = Math.min(second, best)
          best = value
          bestDay = r
        } else if (value < second) second = value
      }
      if (bestDay === -1) open.delete(site)
      else if (second - best > most) [chosen, day, most] = [site, bestDay, second - best]
    }
    if (chosen === -1) return
    routes.foundCost = Number.POSITIVE_INFINITY
    routes.findInDay(chosen, day, null)
    routes.insert(chosen, day, routes.foundAfter)
    open.delete(chosen)
    for (const site of open) look(site, day)
  }
}

/** A first solution. */
export function construct(routes: Routes, previous: readonly DayOrder[], isLate: () => boolean): void {
  putFixed(routes)
  putPrevious(routes, previous)
  putByRegret(routes, isLate)
}
