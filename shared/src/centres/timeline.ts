import type { Moment } from './fold.ts'
import type { CentreRecord } from './record.schema.ts'

/** How many of the sorted texts are at or before `text`. */
function countUpTo(sorted: readonly string[], text: string): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] as string) <= text) low = middle + 1
    else high = middle
  }
  return low
}

const sortedUnique = (texts: readonly string[]) => [...new Set(texts)].sort()

/**
 * Remembers what was made of a centre's records at the moments asked for. Between the days they are about, and
 * between the instants of their entry, nothing changes, so neighbouring moments share one answer.
 */
export class Timeline<T> {
  readonly #dates: readonly string[]
  readonly #instants: readonly string[]
  readonly #make: (moment: Moment) => T
  readonly #kept = new Map<number, T>()
  readonly #keep: number

  /** `keep` bounds how many answers stay; the oldest goes first. `make` must depend on nothing but the moment. */
  constructor(records: readonly CentreRecord[], keep: number, make: (moment: Moment) => T) {
    this.#dates = sortedUnique(records.map(({ date }) => date))
    this.#instants = sortedUnique(records.map(({ recordedAt }) => recordedAt))
    this.#make = make
    this.#keep = keep
  }

  at(moment: Moment): T {
    const known = countUpTo(this.#instants, moment.knownAt)
    const key = countUpTo(this.#dates, moment.asOf) * (this.#instants.length + 1) + known
    const kept = this.#kept.get(key)
    if (kept !== undefined) return kept
    const made = this.#make(moment)
    if (this.#kept.size >= this.#keep) this.#kept.delete(this.#kept.keys().next().value as number)
    this.#kept.set(key, made)
    return made
  }
}
