import { randomBytes, randomUUID } from 'node:crypto'
import type { MadeLink } from '@lvliang/shared/accounts/account.schema'
import type { Db, Trx } from '../db/tables.ts'
import { hashToken } from './session-cookie.ts'

const HOUR_MS = 3_600_000
/** How long a link to one's own account may be used. */
export const SET_UP_HOURS = 72
/** How long the link that makes the first account may be used. */
export const FIRST_SET_UP_HOURS = 24

const identifierOf = (token: string) => `set-up:${hashToken(token)}`
/** Links are found by the account they are for, so there is one way to write it. */
const contentFor = (accountId: string | null) => JSON.stringify({ accountId })

interface LinkFor {
  /** Whose password is set; null: whoever opens the link makes the first account. */
  accountId: string | null
  nowMs: number
  hours?: number
  /** Where links that are given out lead. */
  publicOrigin: string
}

/** Makes a one-time link and voids those made before for the same; its token is in the answer and nowhere else. */
export async function makeLink(
  trx: Trx,
  { accountId, nowMs, hours = SET_UP_HOURS, publicOrigin }: LinkFor,
): Promise<MadeLink & { expiresAt: string }> {
  const now = new Date(nowMs).toISOString()
  const expiresAt = new Date(nowMs + hours * HOUR_MS).toISOString()
  const token = randomBytes(32).toString('base64url')
  await voidLinks(trx, accountId)
  await trx
    .insertInto('verification')
    .values({
      id: randomUUID(),
      identifier: identifierOf(token),
      value: contentFor(accountId),
      expires_at: expiresAt,
      created_at: now,
      updated_at: now,
    })
    .execute()
  return { url: `${publicOrigin}/set-up#${token}`, expiresAt }
}

/** Voids every link for an account that was not used yet. */
export async function voidLinks(trx: Trx, accountId: string | null): Promise<void> {
  await trx
    .deleteFrom('verification')
    .where('identifier', 'like', 'set-up:%')
    .where('value', '=', contentFor(accountId))
    .execute()
}

export interface OpenLink {
  accountId: string | null
  expiresAt: string
}

/** The link of a token, where it can still be used. */
export async function findLink(db: Db | Trx, token: string, nowMs: number): Promise<OpenLink | null> {
  const row = await db
    .selectFrom('verification')
    .where('identifier', '=', identifierOf(token))
    .where('expires_at', '>', new Date(nowMs).toISOString())
    .select(['value', 'expires_at'])
    .executeTakeFirst()
  if (!row) return null
  const { accountId } = JSON.parse(row.value) as { accountId: string | null }
  return { accountId, expiresAt: row.expires_at }
}
