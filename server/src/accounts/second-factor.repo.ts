import { randomUUID } from 'node:crypto'
import type { Db, Trx } from '../db/tables.ts'

/** A second factor as it is kept: the secret encrypted, the backup codes hashed. */
export interface StoredFactor {
  secret: string
  backupHashes: string[]
  /** The time step of the code used last. */
  lastStep: number | null
}

export async function findFactor(db: Db | Trx, accountId: string): Promise<StoredFactor | null> {
  const row = await db
    .selectFrom('second_factor')
    .where('account_id', '=', accountId)
    .select(['secret', 'backup_codes', 'last_step'])
    .executeTakeFirst()
  if (!row) return null
  return { secret: row.secret, backupHashes: JSON.parse(row.backup_codes) as string[], lastStep: row.last_step }
}

/** Makes this the account's second factor, in the place of any other. */
export async function replaceFactor(trx: Trx, accountId: string, factor: StoredFactor, now: string): Promise<void> {
  await trx.deleteFrom('second_factor').where('account_id', '=', accountId).execute()
  await trx
    .insertInto('second_factor')
    .values({
      id: randomUUID(),
      account_id: accountId,
      secret: factor.secret,
      backup_codes: JSON.stringify(factor.backupHashes),
      verified: 1,
      failed_verification_count: 0,
      last_step: factor.lastStep,
    })
    .execute()
  await trx.updateTable('account').set({ two_factor_enabled: 1, updated_at: now }).where('id', '=', accountId).execute()
}

/** Uses up a time step; false: it, or a later one, was used before. */
export async function useStep(trx: Trx, accountId: string, step: number): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('second_factor')
    .set({ last_step: step })
    .where('account_id', '=', accountId)
    .where(eb => eb.or([eb('last_step', 'is', null), eb('last_step', '<', step)]))
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Uses up a backup code; false: it was used before. */
export async function useBackupCode(trx: Trx, accountId: string, hash: string): Promise<boolean> {
  const factor = await findFactor(trx, accountId)
  if (!factor?.backupHashes.includes(hash)) return false
  const left = factor.backupHashes.filter(each => each !== hash)
  await trx
    .updateTable('second_factor')
    .set({ backup_codes: JSON.stringify(left) })
    .where('account_id', '=', accountId)
    .execute()
  return true
}

const pendingOf = (accountId: string) => `second-factor:${accountId}`

/** Keeps what was shown until its first code confirms it. */
export async function keepPending(
  trx: Trx,
  accountId: string,
  { value, now, expiresAt }: { value: string; now: string; expiresAt: string },
): Promise<void> {
  await dropPending(trx, accountId)
  await trx
    .insertInto('verification')
    .values({
      id: randomUUID(),
      identifier: pendingOf(accountId),
      value,
      expires_at: expiresAt,
      created_at: now,
      updated_at: now,
    })
    .execute()
}

export const dropPending = (trx: Trx, accountId: string) =>
  trx.deleteFrom('verification').where('identifier', '=', pendingOf(accountId)).execute()

export async function findPending(db: Db | Trx, accountId: string, now: string): Promise<string | null> {
  const row = await db
    .selectFrom('verification')
    .where('identifier', '=', pendingOf(accountId))
    .where('expires_at', '>', now)
    .select('value')
    .executeTakeFirst()
  return row?.value ?? null
}
