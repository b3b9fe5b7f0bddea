import { foldCentre, type Moment } from '@lvliang/shared/centres/fold'
import type { CentreRecord } from '@lvliang/shared/centres/record.schema'
import { type Programme, type Slot, type Standing, standingOf } from '@lvliang/shared/centres/standing'

/** How many values of a sorted list are at or before one. */
function countUpTo(sorted: readonly string[], value: string): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] as string) <= value) low = middle + 1
    else high = middle
  }
  return low
}

/** Standings kept a centre and basis: more than a year of a centre ever makes, unless many past knowledges are asked for. */
const KEPT_STANDINGS = 64

/**
 * The records of one centre with what they amount to. That depends on the day only through which records it has
 * reached, so a few standings serve every day of the year.
 */
export class CentreHistory {
  readonly slot: Slot
  readonly records: readonly CentreRecord[]
  readonly #enteredAt: readonly string[]
  readonly #days: readonly string[]
  readonly #standings = { reported: new Map<number, Standing>(), verified: new Map<number, Standing>() }

  constructor(slot: Slot, records: readonly CentreRecord[]) {
    this.slot = slot
    this.records = records
    this.#enteredAt = records.map(record => record.recordedAt)
    this.#days = [...new Set(records.map(record => record.date))].sort()
  }

  standingAt(moment: Moment, programme: Programme): Standing {
    const known = countUpTo(this.#enteredAt, moment.knownAt)
    const key = known * (this.#days.length + 1) + countUpTo(this.#days, moment.asOf)
    const standings = this.#standings[programme.basis]
    const kept = standings.get(key)
    if (kept) return kept
    const standing = standingOf(this.slot, foldCentre(this.records, moment), programme)
    if (standings.size >= KEPT_STANDINGS) standings.clear()
    standings.set(key, standing)
    return standing
  }
}
