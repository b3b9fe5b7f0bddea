import type { Role } from '@lvliang/shared/accounts/role'
import type { Db, Trx } from '../db/tables.ts'

/** A session with what its account may do now. */
export interface StoredSession {
  id: string
  accountId: string
  stay: boolean
  viewingAs: string | null
  lastSeenAt: string
  expiresAt: string
  username: string
  name: string
  role: Role
  county: string | null
  finance: boolean
  hasPassword: boolean
  hasSecondFactor: boolean
}

/** The session of a hashed token, where its account is not disabled. */
export async function findSession(db: Db, tokenHash: string): Promise<StoredSession | null> {
  const row = await db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account_id')
    .leftJoin('credential', 'credential.account_id', 'account.id')
    .where('session.token', '=', tokenHash)
    .where('account.disabled', '=', 0)
    .select(['session.id', 'session.account_id', 'stay', 'viewing_as', 'last_seen_at', 'expires_at'])
    .select(['username', 'name', 'role', 'county', 'finance', 'two_factor_enabled', 'credential.password'])
    .executeTakeFirst()
  if (!row) return null
  return {
    id: row.id,
    accountId: row.account_id,
    stay: row.stay === 1,
    viewingAs: row.viewing_as,
    lastSeenAt: row.last_seen_at,
    expiresAt: row.expires_at,
    username: row.username,
    name: row.name,
    role: row.role as Role,
    county: row.county,
    finance: row.finance === 1,
    hasPassword: row.password !== null,
    hasSecondFactor: row.two_factor_enabled === 1,
  }
}

export const listSessionRows = (db: Db | Trx, accountId: string) =>
  db
    .selectFrom('session')
    .where('account_id', '=', accountId)
    .select(['id', 'stay', 'created_at', 'last_seen_at', 'expires_at', 'address', 'user_agent'])
    .orderBy('last_seen_at', 'desc')
    .orderBy('id')
    .execute()

export async function hasSession(db: Db | Trx, id: string): Promise<boolean> {
  return (await db.selectFrom('session').where('id', '=', id).select('id').executeTakeFirst()) !== undefined
}

/** Ends one session of an account; false: there is no such one. */
export async function deleteSession(trx: Trx, accountId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('session')
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/**
 * Ends every session of an account, in the transaction of whatever it is ended for. Once that is committed,
 * `forget(accountId)` makes the running process see it.
 */
export async function endSessions(trx: Trx, accountId: string): Promise<void> {
  await trx.deleteFrom('session').where('account_id', '=', accountId).execute()
}

/** Ends every session of an account but one. */
export async function endOtherSessions(trx: Trx, accountId: string, keptId: string): Promise<void> {
  await trx.deleteFrom('session').where('account_id', '=', accountId).where('id', '<>', keptId).execute()
}

/** Clears away what has ended by the clock. */
export const deleteEndedSessions = (trx: Trx, { now, idleSince }: { now: string; idleSince: string }) =>
  trx
    .deleteFrom('session')
    .where(eb => eb.or([eb('expires_at', '<=', now), eb('stay', '=', 0).and('last_seen_at', '<', idleSince)]))
    .execute()

export const setViewingAs = (trx: Trx, id: string, county: string | null) =>
  trx.updateTable('session').set({ viewing_as: county }).where('id', '=', id).execute()

export const touchSession = (db: Db, id: string, at: string) =>
  db
    .updateTable('session')
    .set({ last_seen_at: at, updated_at: at })
    .where('id', '=', id)
    .where('last_seen_at', '<', at)
    .execute()
