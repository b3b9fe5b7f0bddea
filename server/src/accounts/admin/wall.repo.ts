import type { WallLink } from '@lvliang/shared/accounts/account.schema'
import type { Db, Trx, WallLinkTable } from '../../db/tables.ts'

const toWallLink = (row: Omit<WallLinkTable, 'token_hash'>): WallLink => ({
  id: row.id,
  label: row.label,
  createdAt: row.created_at,
  createdBy: row.created_by,
  lastUsedAt: row.last_used_at,
  revokedAt: row.revoked_at,
})

const selectLinks = (db: Db | Trx) =>
  db.selectFrom('wall_link').select(['id', 'label', 'created_at', 'created_by', 'last_used_at', 'revoked_at'])

/** Every link there ever was, newest first. */
export async function listWallLinks(db: Db): Promise<WallLink[]> {
  const rows = await selectLinks(db).orderBy('created_at', 'desc').orderBy('id').execute()
  return rows.map(toWallLink)
}

export async function findWallLink(db: Db | Trx, id: string): Promise<WallLink | null> {
  const row = await selectLinks(db).where('id', '=', id).executeTakeFirst()
  return row ? toWallLink(row) : null
}

export interface ActiveLink {
  id: string
  tokenHash: string
  lastUsedAt: string | null
}

export async function listActiveLinks(db: Db): Promise<ActiveLink[]> {
  const rows = await db
    .selectFrom('wall_link')
    .select(['id', 'token_hash', 'last_used_at'])
    .where('revoked_at', 'is', null)
    .execute()
  return rows.map(row => ({ id: row.id, tokenHash: row.token_hash, lastUsedAt: row.last_used_at }))
}

export async function insertWallLink(trx: Trx, link: WallLink, tokenHash: string): Promise<void> {
  await trx
    .insertInto('wall_link')
    .values({
      id: link.id,
      label: link.label,
      token_hash: tokenHash,
      created_by: link.createdBy,
      created_at: link.createdAt,
      last_used_at: null,
      revoked_at: null,
    })
    .execute()
}

export async function replaceToken(trx: Trx, id: string, tokenHash: string): Promise<void> {
  await trx.updateTable('wall_link').set({ token_hash: tokenHash }).where('id', '=', id).execute()
}

export async function markRevoked(trx: Trx, id: string, revokedAt: string): Promise<void> {
  await trx.updateTable('wall_link').set({ revoked_at: revokedAt }).where('id', '=', id).execute()
}

export async function markUsed(db: Db, id: string, lastUsedAt: string): Promise<void> {
  await db.updateTable('wall_link').set({ last_used_at: lastUsedAt }).where('id', '=', id).execute()
}
