import { type Model, NEVER } from './model.ts'
import type { Random } from './random.ts'
import type { Weights } from './weights.ts'

const ABSENT = -1
const [DRIVE, DAYS, CHANGES, MISSING, RANK, SHIFT] = [0, 1, 2, 3, 4, 5]
const TOTALS = 6

/**
 * The orders of all team-days, as linked lists with the times that make an insertion testable in O(1): the earliest
 * and the latest start of service at each node (Savelsbergh 1992). Lunch makes two of each: `early` and `late` before
 * it, `fed` and `lateFed` after it; a leg is driven in one of these states or changes it on the way. All of it lies in
 * two buffers, so that a solution is kept and brought back by one copy.
 */
export class Routes {
  readonly model: Model
  readonly weights: Weights
  readonly next: Int32Array
  readonly prev: Int32Array
  readonly early: Int32Array
  readonly fed: Int32Array
  readonly late: Int32Array
  readonly lateFed: Int32Array
  /** Travel from a node to the next one. */
  readonly hop: Int32Array
  /** The team-day of a site, or −1. */
  readonly dayOf: Int32Array
  readonly count: Int32Array
  readonly load: Int32Array
  readonly drive: Int32Array
  /** The last node that no stop may be put before, because its number is fixed and reached. */
  readonly barrier: Int32Array
  /** How many stops are still to come before the fixed ones, and how many of these there are. */
  readonly shift: Int32Array
  readonly shifted: Int32Array
  /** What the weights of team-days and changes are multiplied by while places are looked for; not in the energy. */
  teamDayBias = 1
  changeBias = 1
  /** Of 2³² places that would do, how many are passed over ("blinks"; Christiaens & Vanden Berghe 2020, section 5.3). */
  blink = 0
  /** What {@link findPlace} found. */
  foundDay = -1
  foundAfter = -1
  foundCost = 0
  readonly #ints: Int32Array
  readonly #totals = new Float64Array(TOTALS)
  readonly #seen: Int32Array
  #round = 0

  constructor(model: Model, weights: Weights) {
    const { n, m } = model
    const nodes = n + 2 * m
    this.model = model
    this.weights = weights
    this.#ints = new Int32Array(7 * nodes + n + 6 * m)
    this.#seen = new Int32Array(m)
    let at = 0
    const part = (length: number) => {
      at += length
      return this.#ints.subarray(at - length, at)
    }
    this.next = part(nodes)
    this.prev = part(nodes)
    this.early = part(nodes)
    this.fed = part(nodes)
    this.late = part(nodes)
    this.lateFed = part(nodes)
    this.hop = part(nodes)
    this.dayOf = part(n).fill(ABSENT)
    this.count = part(m)
    this.load = part(m)
    this.drive = part(m)
    this.barrier = part(m)
    this.shift = part(m)
    this.shifted = part(m)
    for (let i = 0; i < n; i++) this.#absent(i, 1)
    this.#totals[CHANGES] = model.previousDay.filter(r => r !== -1).length
    for (let r = 0; r < m; r++) {
      this.next[n + r] = n + m + r
      this.prev[n + m + r] = n + r
      this.refresh(r)
    }
  }

  /** Near the objective, in travel minutes; less is better. */
  get energy(): number {
    const { teamDay, change, unmet } = this.weights
    const t = this.#totals
    const longest = this.model.aim === 'tiers' ? this.#longestDay() / 64 : 0
    return t[MISSING]! + teamDay * t[DAYS]! + change * t[CHANGES]! + t[DRIVE]! + unmet * t[SHIFT]! + longest
  }

  /** The objective as numbers, the weightiest first; every one exact. */
  objective(): [rank: number, teamDays: number, changed: number, drive: number, longest: number] {
    const t = this.#totals
    const byTiers = this.model.aim === 'tiers' ? 1 : 0
    const longest = byTiers ? this.#longestDay() : 0
    return [t[RANK]!, byTiers * t[DAYS]!, byTiers * t[CHANGES]!, t[DRIVE]!, longest]
  }

  isPresent(site: number): boolean {
    return this.dayOf[site] !== ABSENT
  }

  start(r: number): number {
    return this.model.n + r
  }

  end(r: number): number {
    return this.model.n + this.model.m + r
  }

  stops(r: number): number[] {
    const stops: number[] = []
    for (let i = this.next[this.start(r)]!; i < this.model.n; i = this.next[i]!) stops.push(i)
    return stops
  }

  save(into: Solution): void {
    into.ints.set(this.#ints)
    into.totals.set(this.#totals)
  }

  restore(from: Solution): void {
    this.#ints.set(from.ints)
    this.#totals.set(from.totals)
  }

  copy(): Solution {
    return { ints: this.#ints.slice(), totals: this.#totals.slice() }
  }

  /** Puts an absent site behind a node of a team-day, whether it fits or not. */
  insert(site: number, r: number, after: number): void {
    this.#link(site, r, after)
    this.refresh(r)
  }

  /** Takes a site out; its team-day is to be refreshed before anything is asked of it. */
  unlink(site: number): void {
    const [before, after, r] = [this.prev[site]!, this.next[site]!, this.dayOf[site]!]
    this.next[before] = after
    this.prev[after] = before
    this.dayOf[site] = ABSENT
    this.count[r]! -= 1
    if (this.count[r] === 0) this.#totals[DAYS]! -= 1
    this.#absent(site, 1)
    const previous = this.model.previousDay[site]!
    if (previous === r) this.#totals[CHANGES]! += 1
  }

  /** Replaces the order of a team-day; sites that were in it and are not any more become absent. */
  reorder(r: number, sites: ArrayLike<number>, length = sites.length): void {
    for (let i = this.next[this.start(r)]!; i < this.model.n; ) {
      const next = this.next[i]!
      this.unlink(i)
      i = next
    }
    for (let k = 0, after = this.start(r); k < length; k++) {
      this.#link(sites[k]!, r, after)
      after = sites[k]!
    }
    this.refresh(r)
  }

  #link(site: number, r: number, after: number): void {
    const before = this.next[after]!
    this.next[after] = site
    this.prev[site] = after
    this.next[site] = before
    this.prev[before] = site
    this.dayOf[site] = r
    if (this.count[r] === 0) this.#totals[DAYS]! += 1
    this.count[r]! += 1
    this.#absent(site, -1)
    const previous = this.model.previousDay[site]!
    if (previous === r) this.#totals[CHANGES]! -= 1
  }

  #absent(site: number, sign: 1 | -1): void {
    this.#totals[MISSING]! += sign * this.weights.absent[site]!
    this.#totals[RANK]! += sign * this.weights.rank[site]!
  }

  /** Counts a team-day anew, O(stops). */
  refresh(r: number): void {
    const [drive, shift, shifted] = [this.drive[r]!, this.shift[r]!, this.shifted[r]!]
    this.#forward(r)
    this.#backward(r)
    if (!this.model.plain[r]) this.#countShifts(r)
    const totals = this.#totals
    totals[DRIVE]! += this.drive[r]! - drive
    totals[SHIFT]! += this.shift[r]! - shift
    totals[RANK]! += (this.shifted[r]! - shifted) * this.weights.unmetRank
  }

  #forward(r: number): void {
    const { model, early, fed, hop, next } = this
    const { n, travel, row, column, service, demand } = model
    const hasLunch = model.lunchMinutes[r]! > 0
    let [p, drive, load] = [this.start(r), 0, 0]
    early[p] = model.from[r]!
    fed[p] = NEVER
    while (p < n || p === this.start(r)) {
      const s = next[p]!
      const leg = travel[row[p]! + column[s]!]!
      hop[p] = leg
      drive += leg
      load += demand[s]!
      const leaves = early[p]! + service[p]!
      early[s] = this.startAt(r, s, leaves + leg)
      if (hasLunch) fed[s] = this.startAt(r, s, Math.min(fed[p]! + service[p]! + leg, this.#afterLunch(r, leaves, leg)))
      p = s
    }
    this.barrier[r] = this.start(r)
    this.load[r] = load
    // A day without a stop is not driven, wherever it begins and ends.
    this.drive[r] = this.count[r] === 0 ? 0 : drive
  }

  #backward(r: number): void {
    const { model, late, lateFed, hop, prev } = this
    const { service } = model
    const hasLunch = model.lunchMinutes[r]! > 0
    let s = this.end(r)
    late[s] = hasLunch ? Math.min(model.to[r]!, model.lunchTo[r]!) : model.to[r]!
    lateFed[s] = model.to[r]!
    while (s !== this.start(r)) {
      const p = prev[s]!
      const leg = hop[p]!
      let leaves = late[s]! - leg
      if (hasLunch) {
        lateFed[p] = this.#latestAt(r, p, lateFed[s]! - leg - service[p]!)
        leaves = Math.max(leaves, this.#beforeLunch(r, lateFed[s]!, leg))
      }
      late[p] = this.#latestAt(r, p, leaves - service[p]!)
      s = p
    }
  }

  #countShifts(r: number): void {
    const { fixedPlace, n } = this.model
    let [place, shift, shifted] = [0, 0, 0]
    for (let i = this.next[this.start(r)]!; i < n; i = this.next[i]!, place++) {
      const lack = fixedPlace[i]! - place
      if (fixedPlace[i] === -1) continue
      if (lack <= 0) this.barrier[r] = i
      shift += Math.max(0, lack)
      shifted += lack === 0 ? 0 : 1
    }
    this.shift[r] = shift
    this.shifted[r] = shifted
  }

  /** The earliest start of service for an arrival, or NEVER. */
  startAt(r: number, node: number, arrives: number): number {
    const { n, open, close, several, dateBase } = this.model
    if (node >= n) return Math.min(arrives, NEVER)
    const at = dateBase[r]! + node
    if (arrives > close[at]!) return NEVER
    if (arrives <= open[at]!) return open[at]!
    const windows = several[at]
    if (!windows) return arrives
    for (const { from, to } of windows) if (arrives <= to) return Math.max(arrives, from)
    return NEVER
  }

  /** The latest start of service not after a minute, or a minute before all time. */
  #latestAt(r: number, node: number, by: number): number {
    const { n, open, close, several, dateBase } = this.model
    if (node >= n) return by
    const at = dateBase[r]! + node
    if (by < open[at]!) return -NEVER
    const windows = several[at]
    if (!windows) return Math.min(by, close[at]!)
    let latest = -NEVER
    for (const { from, to } of windows) if (from <= by) latest = Math.min(to, by)
    return latest
  }

  /** Arrival after a leg with lunch on it: on arrival where that is in time, else before leaving. */
  #afterLunch(r: number, leaves: number, leg: number): number {
    const { lunchFrom, lunchTo, lunchMinutes } = this.model
    if (leaves + leg <= lunchTo[r]!) return Math.max(leaves + leg, lunchFrom[r]!) + lunchMinutes[r]!
    return leaves <= lunchTo[r]! ? Math.max(leaves, lunchFrom[r]!) + lunchMinutes[r]! + leg : NEVER
  }

  /** The latest leaving with which {@link #afterLunch} is not after `by`. */
  #beforeLunch(r: number, by: number, leg: number): number {
    const { lunchFrom, lunchTo, lunchMinutes } = this.model
    const eats = by - lunchMinutes[r]!
    if (lunchFrom[r]! <= eats - leg) return Math.min(lunchTo[r]!, eats - leg)
    return lunchFrom[r]! <= eats ? Math.min(lunchTo[r]!, eats) - leg : -NEVER
  }

  /** Return to the depot, or NEVER where the day cannot be kept. */
  returnsAt(r: number): number {
    const [end, to] = [this.end(r), this.model.to[r]!]
    const unfed = this.early[end]! <= this.late[end]! ? this.early[end]! : NEVER
    const fed = this.model.lunchMinutes[r]! > 0 && this.fed[end]! <= to ? this.fed[end]! : NEVER
    return Math.min(unfed, fed)
  }

  fits(r: number): boolean {
    return this.count[r] === 0 || (this.returnsAt(r) < NEVER && this.load[r]! <= this.model.capacity[r]!)
  }

  #longestDay(): number {
    let longest = 0
    for (let r = 0; r < this.model.m; r++)
      if (this.count[r]! > 0) longest = Math.max(longest, this.returnsAt(r) - this.model.from[r]!)
    return longest
  }

  /**
   * Looks for the cheapest place of an absent site and leaves it in the `found…` fields; false where it fits nowhere.
   * With `random`, places blink. O(stops + team-days).
   */
  findPlace(site: number, random: Random | null): boolean {
    const { n, m, allowed, twin, plain } = this.model
    this.foundDay = -1
    this.foundCost = Number.POSITIVE_INFINITY
    this.#round += 1
    for (let r = 0; r < m; r++) {
      if (!allowed[r * n + site]) continue
      if (this.count[r] === 0) {
        const kind = twin[r]!
        if (this.#seen[kind] === this.#round) continue
        this.#seen[kind] = this.#round
      }
      if (plain[r]) this.findInPlain(site, r, random)
      else this.findInDay(site, r, random)
    }
    return this.foundDay !== -1
  }

  /** What a site costs on a team-day beside its detour. */
  #extra(site: number, r: number): number {
    const previous = this.model.previousDay[site]!
    // The way through an empty day is not driven, so nothing of it is saved.
    const opened = this.count[r] === 0 ? this.teamDayBias * this.weights.teamDay + this.hop[this.start(r)]! : 0
    return previous === -1 || previous === r ? opened : opened + this.changeBias * this.weights.change
  }

  /** {@link findPlace} on one team-day without lunch, several windows or fixed numbers. */
  findInPlain(site: number, r: number, random: Random | null): void {
    const { n, travel, row, column, service, dateBase, open, close, demand, capacity } = this.model
    if (this.load[r]! + demand[site]! > capacity[r]!) return
    const { next, early, late, hop } = this
    const [opens, closes] = [open[dateBase[r]! + site]!, close[dateBase[r]! + site]!]
    const [fromSite, toSite, takes] = [row[site]!, column[site]!, service[site]!]
    const base = this.#extra(site, r)
    let p = this.start(r)
    do {
      const leaves = early[p]! + service[p]!
      if (leaves > closes) return
      const s = next[p]!
      const there = travel[row[p]! + toSite]!
      const onward = travel[fromSite + column[s]!]!
      const cost = base + there + onward - hop[p]!
      if (cost < this.foundCost) {
        const arrives = leaves + there
        const starts = Math.max(arrives, opens)
        if (starts <= closes && starts + takes + onward <= late[s]! && !(random && random.bits() < this.blink)) {
          this.foundCost = cost
          this.foundDay = r
          this.foundAfter = p
        }
      }
      p = s
    } while (p < n)
  }

  /** {@link findPlace} on any team-day. */
  findInDay(site: number, r: number, random: Random | null): void {
    const { model, hop } = this
    const { n, travel, row, column, fixedPlace } = model
    if (this.load[r]! + model.demand[site]! > model.capacity[r]!) return
    const base = this.#extra(site, r)
    const number = fixedPlace[site]!
    const behind = number === -1 ? this.start(r) : this.#lastFixedBelow(number, r)
    let [p, shifting] = [this.start(r), this.shifted[r]!]
    let [isPastBarrier, isPastFixed] = [p === this.barrier[r], p === behind]
    for (let place = 0; number === -1 || place <= number; place++) {
      const s = this.next[p]!
      if (isPastBarrier && isPastFixed) {
        const there = travel[row[p]! + column[site]!]!
        const onward = travel[row[site]! + column[s]!]!
        const shifts = (number === -1 ? 0 : number - place) - shifting
        const cost = base + there + onward - hop[p]! + shifts * this.weights.unmet
        if (cost < this.foundCost) {
          if (this.fitsBetween(site, r, p, s) && !(random && random.bits() < this.blink)) {
            this.foundCost = cost
            this.foundDay = r
            this.foundAfter = p
          }
        }
      }
      if (s >= n || (number !== -1 && fixedPlace[s]! >= number)) return
      p = s
      if (p === this.barrier[r]) isPastBarrier = true
      if (p === behind) isPastFixed = true
      if (fixedPlace[p]! > place) shifting -= 1
    }
  }

  /** Whether a site can be visited between two nodes of a team-day, whatever now stands between them. O(1). */
  fitsBetween(site: number, r: number, p: number, s: number): boolean {
    const { travel, row, column, service, lunchMinutes } = this.model
    const there = travel[row[p]! + column[site]!]!
    const onward = travel[row[site]! + column[s]!]!
    const leaves = this.early[p]! + service[p]!
    const unfed = this.startAt(r, site, leaves + there) + service[site]!
    if (unfed + onward <= this.late[s]!) return true
    if (lunchMinutes[r] === 0) return false
    const eaten = Math.min(this.fed[p]! + service[p]! + there, this.#afterLunch(r, leaves, there))
    const left = this.startAt(r, site, eaten) + service[site]!
    return Math.min(left + onward, this.#afterLunch(r, unfed, onward)) <= this.lateFed[s]!
  }

  #lastFixedBelow(number: number, r: number): number {
    const { fixedPlace, n } = this.model
    let last = this.start(r)
    for (let i = this.next[last]!; i < n; i = this.next[i]!)
      if (fixedPlace[i] !== -1 && fixedPlace[i]! < number) last = i
    return last
  }
}

/** A kept solution: see {@link Routes.copy}. */
export interface Solution {
  ints: Int32Array
  totals: Float64Array
}
