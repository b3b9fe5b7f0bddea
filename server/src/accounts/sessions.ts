import { ROLES_THAT_MAY_STAY, type Role } from '@lvliang/shared/accounts/role'
import type { Trx } from '../db/tables.ts'
import type { Clock } from '../ledger/times.ts'
import type { Auth } from './auth.ts'
import { hashToken, type SessionCookies } from './session-cookie.ts'
import { deleteEndedSessions } from './sessions.repo.ts'
import type { AccountSettings } from './settings.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const STAY_MS = 30 * 24 * HOUR_MS
const LONGEST_USER_AGENT = 300

/** From where a session is begun. */
export interface Device {
  address: string
  userAgent: string
}

export interface NewSession {
  accountId: string
  role: Role
  device: Device
  stay?: boolean | undefined
  /** When it ends at the latest; by default as the settings say. */
  endsAtMs?: number | undefined
}

/** A session just begun: its token exists here and in the cookie only. */
export interface BegunSession {
  id: string
  token: string
  /** For how long the browser keeps the cookie; null: until it is closed. */
  keepSeconds: number | null
}

interface SessionDeps {
  auth: Auth
  clock: Clock
  cookies: SessionCookies
  settings: AccountSettings
}

/** Begins sessions, through the accounts library and in the transaction of what they are begun for. */
export class Sessions {
  readonly #deps: SessionDeps

  constructor(deps: SessionDeps) {
    this.#deps = deps
  }

  get idleMs(): number {
    return this.#deps.settings.idleMinutes * MINUTE_MS
  }

  async begin(trx: Trx, { accountId, role, device, stay = false, endsAtMs }: NewSession): Promise<BegunSession> {
    const { auth, clock, cookies, settings } = this.#deps
    const nowMs = clock.now()
    const stays = stay && ROLES_THAT_MAY_STAY.includes(role)
    const endMs = endsAtMs ?? nowMs + (stays ? STAY_MS : settings.sessionHours * HOUR_MS)
    await this.#clearEnded(trx, nowMs)
    const now = new Date(nowMs)
    const token = cookies.makeToken()
    const row = {
      token: hashToken(token),
      createdAt: now,
      updatedAt: now,
      lastSeenAt: now,
      expiresAt: new Date(endMs),
      ipAddress: device.address,
      userAgent: device.userAgent.slice(0, LONGEST_USER_AGENT),
      stay: stays,
    }
    const { within } = await auth()
    const { id } = await within(trx, rows => rows.createSession(accountId, false, row, true))
    return { id, token, keepSeconds: stays ? Math.ceil((endMs - nowMs) / 1000) : null }
  }

  #clearEnded(trx: Trx, nowMs: number) {
    // A session in use is written down once a minute: its row is behind what is known of it.
    const idleSince = new Date(nowMs - this.idleMs - 2 * MINUTE_MS).toISOString()
    return deleteEndedSessions(trx, { now: new Date(nowMs).toISOString(), idleSince })
  }
}
