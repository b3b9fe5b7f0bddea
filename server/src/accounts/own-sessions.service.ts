import type { Session } from '@lvliang/shared/accounts/account.schema'
import { actorOf } from '../access/actor.ts'
import type { RequestEnv } from '../access/request-env.ts'
import type { Trx } from '../db/tables.ts'
import { DomainError } from '../errors.ts'
import { instantOf } from '../ledger/times.ts'
import { type AuditAct, appendAudit } from '../store/append-audit.ts'
import type { AccountsContext } from './context.ts'
import { deleteSession, listSessionRows, setViewingAs } from './sessions.repo.ts'

type Context = Pick<AccountsContext, 'db' | 'clock' | 'plan' | 'sessions' | 'cache'>

/** The devices on which whoever is signed in is signed in. */
export class OwnSessions {
  readonly #context: Context

  constructor(context: Context) {
    this.#context = context
  }

  async list({ viewer }: RequestEnv): Promise<Session[]> {
    const { db, clock, sessions, cache } = this.#context
    const nowMs = clock.now()
    const rows = await listSessionRows(db, viewer.accountId as string)
    return rows
      .map(row => ({
        id: row.id,
        current: row.id === viewer.sessionId,
        startedAt: row.created_at,
        lastSeenAt: new Date(cache.lastSeenMs(row.id) ?? row.last_seen_at).toISOString(),
        endsAt: row.expires_at,
        stay: row.stay === 1,
        address: row.address ?? '',
        userAgent: row.user_agent ?? '',
      }))
      .filter(({ endsAt, stay, lastSeenAt }) => {
        const isIdle = nowMs - Date.parse(lastSeenAt) >= sessions.idleMs
        return Date.parse(endsAt) > nowMs && (stay || !isIdle)
      })
  }

  async end(env: RequestEnv, id: string): Promise<void> {
    await this.#end(env, id, 'endSession')
  }

  async signOut(env: RequestEnv): Promise<void> {
    await this.#end(env, env.viewer.sessionId as string, 'signOut')
  }

  /** Looks through the eyes of a county; null: one's own again. */
  async viewAs(env: RequestEnv, county: string | null): Promise<void> {
    const { db, plan, cache } = this.#context
    const { viewingAs, sessionId } = env.viewer
    if (county !== null && !plan().counties.some(({ code }) => code === county)) throw countyUnknown(county)
    if (county === viewingAs) return
    await db.transaction().execute(async trx => {
      await setViewingAs(trx, sessionId as string, county)
      const change = { before: { viewingAs }, after: { viewingAs: county } }
      await this.#write(trx, env, { operation: 'viewAsCounty', subject: `session/${sessionId}`, ...change })
    })
    cache.forgetSession(sessionId as string)
  }

  async #end(env: RequestEnv, id: string, operation: string): Promise<void> {
    const { db, cache } = this.#context
    await db.transaction().execute(async trx => {
      if (!(await deleteSession(trx, env.viewer.accountId as string, id))) {
        throw new DomainError('sessionUnknown', '没有这个登录。 / There is no such session.')
      }
      await this.#write(trx, env, { operation, subject: `session/${id}` })
    })
    cache.forgetSession(id)
  }

  #write(trx: Trx, env: RequestEnv, act: Omit<AuditAct, 'at' | 'actor'>): Promise<void> {
    return appendAudit(trx, { at: instantOf(this.#context.clock), actor: actorOf(env), ...act })
  }
}

const countyUnknown = (county: string) =>
  new DomainError('accountInvalid', `没有这个县（市、区）：${county}。 / There is no county ${county}.`, [
    { pointer: '/json/county', code: 'countyUnknown', message: county },
  ])
