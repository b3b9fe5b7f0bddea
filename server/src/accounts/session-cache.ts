import { ROLES_WITH_SECOND_FACTOR } from '@lvliang/shared/accounts/role'
import { ANONYMOUS, type Viewer } from '../access/viewer.ts'
import type { Db } from '../db/tables.ts'
import type { Clock } from '../ledger/times.ts'
import { hashToken } from './session-cookie.ts'
import { findSession, type StoredSession, touchSession } from './sessions.repo.ts'

const MINUTE_MS = 60_000

/** A session in memory. */
interface Held {
  token: string
  viewer: Viewer
  accountId: string
  sessionId: string
  endsAtMs: number
  idleMs: number
  lastSeenMs: number
  /** What the database holds of `lastSeenMs`. */
  writtenMs: number
}

interface CacheDeps {
  db: Db
  clock: Clock
  idleMs: number
  /** Whether roles that need a second factor are pressed to set one up. */
  pressSecondFactor: boolean
}

/**
 * The sessions in use, in memory: who asks is known without asking the database. Whatever ends a session or changes
 * what it may do takes it out of here as soon as it is committed.
 */
export class SessionCache {
  readonly #deps: CacheDeps
  readonly #byToken = new Map<string, Held>()
  readonly #byId = new Map<string, Held>()
  readonly #loading = new Map<string, Promise<Viewer>>()
  readonly #listeners = new Map<string, Set<() => void>>()
  /** Counts what was forgotten: what was read before is not kept after. */
  #generation = 0

  constructor(deps: CacheDeps) {
    this.#deps = deps
  }

  /** Who a token stands for, at once where the session is in use. */
  viewerOf(token: string): Viewer | Promise<Viewer> {
    const held = this.#byToken.get(token)
    if (held !== undefined) return this.#use(held)
    let loading = this.#loading.get(token)
    if (loading === undefined) {
      loading = this.#load(token).finally(() => this.#loading.delete(token))
      this.#loading.set(token, loading)
    }
    return loading
  }

  /** Makes every session of an account be read again, and ends what waits on them. */
  forget(accountId: string): void {
    this.#generation++
    for (const held of [...this.#byToken.values()]) if (held.accountId === accountId) this.#drop(held)
  }

  forgetSession(sessionId: string): void {
    this.#generation++
    const held = this.#byId.get(sessionId)
    if (held) this.#drop(held)
  }

  /** When each session was last seen, where that is newer than what the database holds. */
  lastSeenMs(sessionId: string): number | undefined {
    return this.#byId.get(sessionId)?.lastSeenMs
  }

  /** Calls back once, when the session has ended or stands for other rights; answers how to take that back. */
  onEnd(sessionId: string, callback: () => void): () => void {
    if (!this.#byId.has(sessionId)) {
      queueMicrotask(callback)
      return () => {}
    }
    const listeners = this.#listeners.get(sessionId) ?? new Set()
    this.#listeners.set(sessionId, listeners.add(callback))
    return () => {
      listeners.delete(callback)
      if (listeners.size === 0 && this.#listeners.get(sessionId) === listeners) this.#listeners.delete(sessionId)
    }
  }

  /** Ends what the clock has ended without anybody asking. */
  sweep(): void {
    const now = this.#deps.clock.now()
    for (const held of [...this.#byToken.values()]) if (hasEnded(held, now)) this.#drop(held)
  }

  #use(held: Held): Viewer {
    const now = this.#deps.clock.now()
    if (hasEnded(held, now)) {
      this.#drop(held)
      return ANONYMOUS
    }
    held.lastSeenMs = now
    if (now - held.writtenMs >= MINUTE_MS) this.#write(held, now)
    return held.viewer
  }

  #write(held: Held, now: number): void {
    held.writtenMs = now
    // Nobody waits for it and nothing fails with it: the next minute writes it again.
    touchSession(this.#deps.db, held.sessionId, new Date(now).toISOString()).catch(() => {})
  }

  async #load(token: string): Promise<Viewer> {
    let generation: number
    let found: StoredSession | null
    do {
      generation = this.#generation
      found = await findSession(this.#deps.db, hashToken(token))
    } while (generation !== this.#generation)
    if (found === null) return ANONYMOUS
    const held = this.#hold(token, found)
    const now = this.#deps.clock.now()
    if (hasEnded(held, now)) return ANONYMOUS
    this.#byToken.set(token, held)
    this.#byId.set(held.sessionId, held)
    return this.#use(held)
  }

  #hold(token: string, session: StoredSession): Held {
    const { idleMs, pressSecondFactor } = this.#deps
    const endsAtMs = Date.parse(session.expiresAt)
    const lastSeenMs = Date.parse(session.lastSeenAt)
    return {
      token,
      viewer: viewerOfSession(session, { endsAtMs, idleMs: session.stay ? null : idleMs, pressSecondFactor }),
      accountId: session.accountId,
      sessionId: session.id,
      endsAtMs,
      idleMs: session.stay ? Number.POSITIVE_INFINITY : idleMs,
      lastSeenMs,
      writtenMs: lastSeenMs,
    }
  }

  #drop(held: Held): void {
    this.#byToken.delete(held.token)
    this.#byId.delete(held.sessionId)
    const listeners = this.#listeners.get(held.sessionId)
    if (listeners === undefined) return
    this.#listeners.delete(held.sessionId)
    for (const callback of listeners) callback()
  }
}

const hasEnded = (held: Held, now: number) => now >= held.endsAtMs || now - held.lastSeenMs >= held.idleMs

interface Terms {
  endsAtMs: number
  idleMs: number | null
  pressSecondFactor: boolean
}

function viewerOfSession(session: StoredSession, { endsAtMs, idleMs, pressSecondFactor }: Terms): Viewer {
  const { role, viewingAs, hasPassword, hasSecondFactor } = session
  return Object.freeze({
    principal: viewingAs === null ? role : 'county',
    accountId: session.accountId,
    username: session.username,
    name: session.name,
    role,
    county: viewingAs ?? session.county,
    finance: session.finance && viewingAs === null,
    sessionId: session.id,
    viewingAs,
    hasPassword,
    hasSecondFactor,
    needsSecondFactor: pressSecondFactor && !hasSecondFactor && ROLES_WITH_SECOND_FACTOR.includes(role),
    endsAtMs,
    idleMs,
  })
}
