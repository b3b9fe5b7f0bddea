import type { Routes } from './routes.ts'

/** Days shorter than this are searched well enough by strings. */
const MANY_STOPS = 10

/** Puts an absent site in the place of a visited one that weighs less, the best pair first. */
export function swapAbsent(routes: Routes): boolean {
  const { n, allowed, fixedPlace, travel, row, column, demand, capacity } = routes.model
  const { dayOf, next, prev, hop, weights } = routes
  let [most, comes, goes] = [0, -1, -1]
  for (let u = 0; u < n; u++) {
    if (dayOf[u] !== -1 || fixedPlace[u] !== -1) continue
    for (let v = 0; v < n; v++) {
      const r = dayOf[v]!
      if (r === -1 || fixedPlace[v] !== -1) continue
      const worth = weights.absent[u]! - weights.absent[v]!
      if (worth < 0 || !allowed[r * n + u]) continue
      const [p, s] = [prev[v]!, next[v]!]
      const way = travel[row[p]! + column[u]!]! + travel[row[u]! + column[s]!]!
      const gain = worth + hop[p]! + hop[v]! - way
      if (gain <= most || routes.load[r]! + demand[u]! - demand[v]! > capacity[r]!) continue
      if (routes.fitsBetween(u, r, p, s)) [most, comes, goes] = [gain, u, v]
    }
  }
  if (comes === -1) return false
  const [r, before] = [dayOf[goes]!, prev[goes]!]
  routes.unlink(goes)
  routes.insert(comes, r, before)
  return true
}

/** Turns a part of a long day round where that shortens the drive and the day can still be kept (2-opt; Croes 1958). */
export function turnParts(routes: Routes, r: number): boolean {
  if (routes.count[r]! < MANY_STOPS || !routes.model.plain[r]) return false
  const { travel, row, column } = routes.model
  const leg = (a: number, b: number) => travel[row[a]! + column[b]!]!
  const order = routes.stops(r)
  const nodes = [routes.start(r), ...order, routes.end(r)]
  for (let i = 1; i < nodes.length - 2; i++)
    for (let j = i + 1; j < nodes.length - 1; j++) {
      const [a, b, c, d] = [nodes[i - 1]!, nodes[i]!, nodes[j]!, nodes[j + 1]!]
      if (leg(a, c) + leg(b, d) >= leg(a, b) + leg(c, d)) continue
      const energy = routes.energy
      routes.reorder(r, [...order.slice(0, i - 1), ...order.slice(i - 1, j).reverse(), ...order.slice(j)])
      if (routes.fits(r) && routes.energy < energy) return true
      routes.reorder(r, order)
    }
  return false
}

/** Moves a part of up to three stops to elsewhere in a long day where that shortens the drive (Or-opt; Or 1976). */
export function moveParts(routes: Routes, r: number): boolean {
  if (routes.count[r]! < MANY_STOPS || !routes.model.plain[r]) return false
  const { travel, row, column } = routes.model
  const leg = (a: number, b: number) => travel[row[a]! + column[b]!]!
  const order = routes.stops(r)
  const nodes = [routes.start(r), ...order, routes.end(r)]
  for (let length = 1; length <= 3; length++)
    for (let i = 1; i + length < nodes.length; i++) {
      const [first, last] = [nodes[i]!, nodes[i + length - 1]!]
      const saved = leg(nodes[i - 1]!, first) + leg(last, nodes[i + length]!) - leg(nodes[i - 1]!, nodes[i + length]!)
      for (let k = 0; k < nodes.length - 1; k++) {
        if (k >= i - 1 && k < i + length) continue
        const [p, s] = [nodes[k]!, nodes[k + 1]!]
        if (leg(p, first) + leg(last, s) - leg(p, s) >= saved) continue
        const part = order.slice(i - 1, i - 1 + length)
        const rest = order.toSpliced(i - 1, length)
        const at = k < i ? k : k - length
        const energy = routes.energy
        routes.reorder(r, rest.toSpliced(at, 0, ...part))
        if (routes.fits(r) && routes.energy < energy) return true
        routes.reorder(r, order)
      }
    }
  return false
}
