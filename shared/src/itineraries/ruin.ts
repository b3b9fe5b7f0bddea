import type { Model } from './model.ts'
import type { Random } from './random.ts'
import type { Routes } from './routes.ts'

/** Sites taken out at a time on average, and the longest string (Christiaens & Vanden Berghe 2020, table 1). */
const MEAN_REMOVED = 10
const LONGEST_STRING = 10
/** Of a string split in two, the chance that the part that stays is not made longer. */
const STOP_GROWING = Math.floor(0.5 * 4_294_967_296)
const HALF = 2_147_483_648

/** For each site all sites from the nearest on, itself first: `n` of them from `site * n`. */
export function neighboursOf({ n, travel, row, column }: Model): Int32Array {
  const neighbours = new Int32Array(n * n)
  for (let a = 0; a < n; a++) {
    const near = (b: number) => (a === b ? -1 : travel[row[a]! + column[b]!]! + travel[row[b]! + column[a]!]!)
    const nearness = Int32Array.from({ length: n }, (_, b) => near(b))
    neighbours.set(
      Array.from({ length: n }, (_, b) => b).sort((b, c) => nearness[b]! - nearness[c]! || b - c),
      a * n,
    )
  }
  return neighbours
}

/**
 * Takes strings of neighbouring stops out of neighbouring team-days: adjacent string removal (Christiaens & Vanden
 * Berghe 2020, section 5.2).  O(removed + stops of the team-days touched).
 */
export class Ruin {
  readonly #routes: Routes
  readonly #random: Random
  readonly #neighbours: Int32Array
  readonly #touched: Int32Array
  #round = 0

  constructor(routes: Routes, random: Random, neighbours: Int32Array) {
    this.#routes = routes
    this.#random = random
    this.#neighbours = neighbours
    this.#touched = new Int32Array(routes.model.m)
  }

  removeStrings(): void {
    const [routes, random, { n, m }] = [this.#routes, this.#random, this.#routes.model]
    let [present, used] = [0, 0]
    for (let r = 0; r < m; r++) {
      present += routes.count[r]!
      used += routes.count[r]! > 0 ? 1 : 0
    }
    if (used === 0) return
    const usual = random.below(8) === 0 ? LONGEST_STRING : Math.floor(present / used)
    const longest = Math.max(1, Math.min(LONGEST_STRING, usual))
    let strings = 1 + random.below((4 * MEAN_REMOVED) / (1 + longest) - 1)
    this.#round += 1
    const seed = random.below(n)
    for (let k = 0; k < n && strings > 0; k++) {
      const site = this.#neighbours[seed * n + k]!
      const r = routes.dayOf[site]!
      if (r === -1 || this.#touched[r] === this.#round) continue
      this.#touched[r] = this.#round
      this.#removeString(site, r, 1 + random.below(Math.min(longest, routes.count[r]!)))
      strings -= 1
    }
  }

  /** Takes out `length` stops round a site; half the time with some in between that stay. */
  #removeString(site: number, r: number, length: number): void {
    const [routes, random] = [this.#routes, this.#random]
    const stops = routes.stops(r)
    let kept = 0
    if (length > 1 && random.bits() < HALF) {
      kept = 1
      while (length + kept < stops.length && random.bits() >= STOP_GROWING) kept += 1
      kept = Math.min(kept, stops.length - length)
    }
    const span = length + kept
    const at = stops.indexOf(site)
    const first = Math.max(0, at - span + 1)
    const last = Math.min(at, stops.length - span)
    const from = first + random.below(last - first + 1)
    const keptFrom = from + 1 + random.below(length)
    for (let i = from; i < from + span; i++) {
      const isKept = kept > 0 && i >= keptFrom && i < keptFrom + kept
      if (!isKept) routes.unlink(stops[i]!)
    }
    routes.refresh(r)
  }
}
