import type { OperationId } from '@lvliang/shared/accounts/access'
import type { Db } from '../db/tables.ts'
import { type Clock, instantOf } from '../ledger/times.ts'
import { LruCache } from '../lib/lru-cache.ts'
import { appendAudit } from '../store/append-audit.ts'
import { actorOf } from './actor.ts'
import type { RequestEnv } from './request-env.ts'

const MINUTE_MS = 60_000
/** As many are written down for an account in a minute; beyond, they say nothing new and would fill the disk. */
const WRITTEN_A_MINUTE = 30

/** Refusals of what somebody signed in asked for. */
export class Denials {
  readonly #db: Db
  readonly #clock: Clock
  readonly #counts = new LruCache<string, number>(1000)

  constructor(db: Db, clock: Clock) {
    this.#db = db
    this.#clock = clock
  }

  async record(env: RequestEnv, operation: OperationId, path: string): Promise<void> {
    const { accountId } = env.viewer
    if (accountId === null || !this.#isNews(accountId)) return
    const at = instantOf(this.#clock)
    const act = { at, actor: actorOf(env), operation, outcome: 'refused' as const, subject: path.slice(0, 200) }
    await this.#db.transaction().execute(trx => appendAudit(trx, act))
  }

  #isNews(accountId: string): boolean {
    const key = `${accountId} ${Math.floor(this.#clock.now() / MINUTE_MS)}`
    const count = (this.#counts.get(key) ?? 0) + 1
    this.#counts.set(key, count)
    return count <= WRITTEN_A_MINUTE
  }
}
