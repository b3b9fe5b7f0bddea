import { DomainError } from '../errors.ts'
import type { Clock } from '../ledger/times.ts'
import { LruCache } from '../lib/lru-cache.ts'
import { networkOf } from './network.ts'

const WINDOW_MS = 15 * 60_000
/** Tries that are still being checked are counted as if they failed: they end within seconds. */
const SOON_SECONDS = 5
const REMEMBERED = 20_000

/** Wrong tries within a window that begins with the first; the last one allowed makes the window begin anew. */
class Count {
  readonly #most: number
  #wrong = 0
  #underWay = 0
  #untilMs = 0

  constructor(most: number) {
    this.#most = most
  }

  /** For how many seconds no further try is taken; 0: it may begin. */
  waitSeconds(nowMs: number): number {
    this.#expire(nowMs)
    if (this.#wrong >= this.#most) return Math.ceil((this.#untilMs - nowMs) / 1000)
    return this.#wrong + this.#underWay >= this.#most ? SOON_SECONDS : 0
  }

  begin(): void {
    this.#underWay++
  }

  end(): void {
    this.#underWay--
  }

  /** Counts a wrong try; true: it was the last one. */
  fail(nowMs: number): boolean {
    this.#expire(nowMs)
    this.#wrong++
    const isLast = this.#wrong === this.#most
    if (this.#wrong === 1 || isLast) this.#untilMs = nowMs + WINDOW_MS
    return isLast
  }

  reset(): void {
    this.#wrong = 0
  }

  #expire(nowMs: number): void {
    if (nowMs >= this.#untilMs) this.#wrong = 0
  }
}

/** A try that has begun. It ends once, in one of these ways; `failed` answers whether it began a lock. */
export interface Try {
  failed(): boolean
  succeeded(): void
  /** It was neither right nor wrong: nothing is counted. */
  abandoned(): void
}

/** As many wrong tries are taken within 15 minutes. */
const MOST = { pair: 5, network: 100, username: 50 }

export const tooManyTries = (retryAfterSeconds: number) =>
  new DomainError('tooManyTries', '尝试次数过多，请稍后再试。 / Too many tries; try again later.', {
    retryAfterSeconds,
  })

/**
 * Counts wrong passwords: for a user name from a network, for a network whatever the name, for a name wherever from.
 * A try is counted when it begins, so that tries at the same time do not slip past; names nobody has are counted like
 * others.
 */
export class Tries {
  readonly #clock: Clock
  readonly #counts = new LruCache<string, Count>(REMEMBERED)

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Begins a try for a user name; throws `tooManyTries` where none is taken. */
  begin(username: string, address: string): Try {
    const network = networkOf(address)
    const name = username.toLowerCase()
    return this.#begin(
      [
        [`pair ${network} ${name}`, MOST.pair],
        [`network ${network}`, MOST.network],
        [`username ${name}`, MOST.username],
      ],
      { resetsFirst: true },
    )
  }

  /** Begins a try of something that belongs to no user name yet. */
  beginNameless(address: string): Try {
    return this.#begin([[`network ${networkOf(address)}`, MOST.network]], { resetsFirst: false })
  }

  #begin(limits: readonly [key: string, most: number][], { resetsFirst }: { resetsFirst: boolean }): Try {
    const counts = limits.map(([key, most]) => this.#counts.get(key) ?? new Count(most))
    const wait = Math.max(...counts.map(count => count.waitSeconds(this.#clock.now())))
    if (wait > 0) throw tooManyTries(wait)
    // Only now: what is refused must not push out what is remembered.
    for (const [i, count] of counts.entries()) {
      this.#counts.set((limits[i] as (typeof limits)[number])[0], count)
      count.begin()
    }
    let open = true
    const end = () => {
      if (!open) throw new Error('a try ends once')
      open = false
      for (const count of counts) count.end()
    }
    return {
      failed: () => {
        end()
        return counts.map(count => count.fail(this.#clock.now())).some(isLast => isLast)
      },
      succeeded: () => {
        end()
        if (resetsFirst) counts[0]?.reset()
      },
      abandoned: end,
    }
  }
}
