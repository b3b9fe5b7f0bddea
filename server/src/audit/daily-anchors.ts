import { shanghaiDay } from '@lvliang/shared/dates/calendar-date'
import type { Store } from '../db/open.ts'
import { log } from '../http/log.ts'
import { type Clock, instantOf } from '../ledger/times.ts'
import { keepAnchor, readAnchors } from '../store/audit-anchors.ts'

const HOUR_MS = 3_600_000

/** Keeps the head of the chain once a day, and when the server stops. */
export class DailyAnchors {
  readonly #store: Pick<Store, 'db' | 'folder'>
  readonly #clock: Clock
  #timer: NodeJS.Timeout | undefined
  #working: Promise<unknown> = Promise.resolve()

  constructor(store: Pick<Store, 'db' | 'folder'>, clock: Clock) {
    this.#store = store
    this.#clock = clock
  }

  start(): void {
    this.#timer = setInterval(() => void this.keepDue(), HOUR_MS).unref()
    void this.keepDue()
  }

  /** Keeps the head where none was kept on this day in Shanghai. */
  keepDue(): Promise<void> {
    return this.#inTurn(async () => {
      const last = (await readAnchors(this.#store.folder)).at(-1)
      const today = shanghaiDay(this.#clock.now())
      if (last === undefined || shanghaiDay(Date.parse(last.at)) !== today) await this.#keep()
    })
  }

  /** Keeps the head a last time; the store is closed after. */
  async stop(): Promise<void> {
    clearInterval(this.#timer)
    await this.#inTurn(() => this.#keep())
  }

  #keep(): Promise<unknown> {
    return keepAnchor(this.#store, instantOf(this.#clock))
  }

  /** A disk that takes no anchor must not keep the server from serving, nor from stopping. */
  async #inTurn(work: () => Promise<unknown>): Promise<void> {
    const turn = this.#working.then(work).catch(err => log().error({ err }, 'no anchor kept'))
    this.#working = turn
    await turn
  }
}
