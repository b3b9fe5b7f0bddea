import type { Model } from './model.ts'
import type { Random } from './random.ts'
import type { Routes } from './routes.ts'

type Key = (site: number) => number

/** Sites in the order of keys, the weightiest first; ties by their number, which is by id. */
function ordered({ n }: Model, ...keys: readonly Key[]): Int32Array {
  return Int32Array.from({ length: n }, (_, i) => i).sort((a, b) => {
    for (const key of keys) if (key(a) !== key(b)) return key(a) - key(b)
    return a - b
  })
}

/** One place in a hundred is passed over; rarely, one in eight. */
const BLINKS = Math.floor(0.01 * 4_294_967_296)
const OFTEN_BLINKS = 536_870_912
const RARELY = 8

/** Now and then team-days and changes cost nothing, or more, so that greed does not always rebuild the same. */
const BIASES = [1, 1, 0, 4]

/**
 * Puts absent sites back, each where it is cheapest, in one of several orders (Christiaens & Vanden Berghe 2020,
 * section 5.3, with orders by window): O(absent × stops).
 */
export class Recreate {
  readonly #routes: Routes
  readonly #random: Random
  /** Orders with the share of their use. */
  readonly #orders: { order: Int32Array | null; share: number }[]
  readonly #shares: number
  readonly #absent: Int32Array

  constructor(routes: Routes, random: Random) {
    const { model, weights } = routes
    const { n, m, row, column, travel, demand, service } = model
    this.#routes = routes
    this.#random = random
    this.#absent = new Int32Array(n)
    const first = (site: number) => model.open[site] ?? 0
    const last = (site: number) => model.close[site] ?? 0
    const depot = new Int32Array(n)
    for (let i = 0; i < n; i++) {
      let nearest = Number.POSITIVE_INFINITY
      for (let r = 0; r < m; r++)
        nearest = Math.min(nearest, travel[row[n + r]! + column[i]!]! + travel[row[i]! + column[n + m + r]!]!)
      depot[i] = Math.min(nearest, 1_000_000_000)
    }
    const heavy: Key = i => -weights.absent[i]!
    const has = (values: readonly number[]) => new Set(values).size > 1
    const sites = Array.from({ length: n }, (_, i) => i)
    const orders: [share: number, used: boolean, ...keys: Key[]][] = [
      [2, has(sites.map(i => demand[i]!)), i => -demand[i]!],
      [2, true, i => -depot[i]!],
      [1, true, i => depot[i]!],
      [2, has(sites.map(i => last(i) - first(i))), i => last(i) - first(i)],
      [1, has(sites.map(first)), first],
      [1, has(sites.map(last)), i => -last(i)],
      [4, has([...weights.absent]), heavy, i => service[i]!],
      [2, has([...weights.absent]), i => ((service[i]! + depot[i]! / 4) / weights.absent[i]!) * 1e6],
    ]
    this.#orders = [
      { order: null, share: 4 },
      ...orders.filter(([, used]) => used).map(([share, , ...keys]) => ({ share, order: ordered(model, ...keys) })),
    ]
    this.#shares = this.#orders.reduce((sum, { share }) => sum + share, 0)
  }

  insertAbsent(): void {
    const [routes, random] = [this.#routes, this.#random]
    const length = this.#line(this.#pick())
    routes.blink = random.below(RARELY) === 0 ? OFTEN_BLINKS : BLINKS
    routes.teamDayBias = BIASES[random.below(BIASES.length)]!
    routes.changeBias = BIASES[random.below(BIASES.length)]!
    for (let k = 0; k < length; k++) {
      const site = this.#absent[k]!
      if (routes.findPlace(site, random)) routes.insert(site, routes.foundDay, routes.foundAfter)
    }
  }

  #pick(): Int32Array | null {
    let at = this.#random.below(this.#shares)
    for (const { order, share } of this.#orders) {
      if (at < share) return order
      at -= share
    }
    return null
  }

  #line(order: Int32Array | null): number {
    const { dayOf, model } = this.#routes
    let length = 0
    for (let k = 0; k < model.n; k++) {
      const site = order ? order[k]! : k
      if (dayOf[site] === -1) this.#absent[length++] = site
    }
    if (!order) this.#random.shuffle(this.#absent, length)
    return length
  }
}
