import type { Role } from '@lvliang/shared/accounts/role'
import type { RequestEnv } from '../access/request-env.ts'
import type { Db, Trx } from '../db/tables.ts'
import type { Actor } from '../store/append-audit.ts'
import type { AuthEngine } from './auth.ts'

/** What a sign-in is checked against. */
export interface Credential {
  id: string
  username: string
  name: string
  role: Role
  county: string | null
  disabled: boolean
  passwordHash: string | null
}

const selectCredential = (db: Db | Trx) =>
  db
    .selectFrom('account')
    .leftJoin('credential', join =>
      join.onRef('credential.account_id', '=', 'account.id').on('credential.provider_id', '=', 'credential'),
    )
    .select(['account.id', 'username', 'name', 'role', 'county', 'disabled', 'password'])

async function findBy(db: Db | Trx, column: 'account.id' | 'username', value: string): Promise<Credential | null> {
  const row = await selectCredential(db).where(column, '=', value).executeTakeFirst()
  if (!row) return null
  const { password, disabled, role, ...rest } = row
  return { ...rest, role: role as Role, disabled: disabled === 1, passwordHash: password }
}

export const findCredential = (db: Db | Trx, username: string) => findBy(db, 'username', username.toLowerCase())
export const findCredentialOf = (db: Db | Trx, accountId: string) => findBy(db, 'account.id', accountId)

export const markSignedIn = (trx: Trx, accountId: string, at: string) =>
  trx.updateTable('account').set({ last_sign_in_at: at }).where('id', '=', accountId).execute()

/** An account that is not yet, or just now, signed in, as an audit row names it. */
export const actorOfAccount = (
  { id, username, role, county }: Pick<Credential, 'id' | 'username' | 'role' | 'county'>,
  { address, requestId }: Pick<RequestEnv, 'address' | 'requestId'>,
): Actor => ({ accountId: id, username, role, county, address, requestId })

/** Sets the password of an account, its first or another. */
export async function setPassword(
  trx: Trx,
  { within }: AuthEngine,
  { accountId, hash, now }: { accountId: string; hash: string; now: Date },
): Promise<void> {
  await within(trx, async rows => {
    if (await rows.findCredentialAccount(accountId)) return rows.updatePassword(accountId, hash)
    const credential = { userId: accountId, accountId, providerId: 'credential', password: hash }
    await rows.createAccount({ ...credential, createdAt: now, updatedAt: now })
  })
}
