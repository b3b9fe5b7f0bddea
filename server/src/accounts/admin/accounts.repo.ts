import type { Account, AccountsQuery } from '@lvliang/shared/accounts/account.schema'
import type { Role } from '@lvliang/shared/accounts/role'
import { type ExpressionBuilder, sql } from 'kysely'
import type { Db, Tables, Trx } from '../../db/tables.ts'
import type { Rights } from './account-rules.ts'

type State = Account['state']
type Expressions = ExpressionBuilder<Tables, 'account'>

/** Whether the owner has a password, or has signed in without one as the demonstration lets them. */
const hasBegun = (eb: Expressions) =>
  eb.or([
    eb('account.last_sign_in_at', 'is not', null),
    eb.exists(
      eb
        .selectFrom('credential')
        .select('credential.id')
        .whereRef('credential.account_id', '=', 'account.id')
        .where('credential.password', 'is not', null),
    ),
  ])

const selectAccounts = (db: Db | Trx) =>
  db
    .selectFrom('account')
    .select(eb => [
      'id',
      'username',
      'name',
      'role',
      'county',
      'finance',
      'disabled',
      'two_factor_enabled',
      'last_sign_in_at',
      'version',
      'created_at',
      hasBegun(eb).as('has_begun'),
    ])

type Row = Awaited<ReturnType<ReturnType<typeof selectAccounts>['execute']>>[number]

function stateOf(row: Row): State {
  if (row.disabled === 1) return 'disabled'
  return row.has_begun ? 'active' : 'invited'
}

const toAccount = (row: Row): Account => ({
  id: row.id,
  username: row.username,
  name: row.name,
  role: row.role as Role,
  county: row.county,
  finance: row.finance === 1,
  state: stateOf(row),
  secondFactor: row.two_factor_enabled === 1,
  createdAt: row.created_at,
  lastSignInAt: row.last_sign_in_at,
  version: row.version,
})

async function findBy(db: Db | Trx, column: 'id' | 'username', value: string): Promise<Account | null> {
  const row = await selectAccounts(db).where(column, '=', value).executeTakeFirst()
  return row ? toAccount(row) : null
}

export const findAccount = (db: Db | Trx, id: string) => findBy(db, 'id', id)
export const findAccountByUsername = (db: Db | Trx, username: string) => findBy(db, 'username', username.toLowerCase())

const containing = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`

function matches(eb: Expressions, { q, role, county, state }: AccountsQuery) {
  const like = (column: 'username' | 'name', pattern: string) =>
    sql<boolean>`lower(${eb.ref(column)}) like lower(${pattern}) escape '\\'`
  return eb.and([
    ...(q ? [eb.or([like('username', containing(q)), like('name', containing(q))])] : []),
    ...(role ? [eb('role', '=', role)] : []),
    ...(county ? [eb('county', '=', county)] : []),
    ...(state ? [eb('disabled', '=', state === 'disabled' ? 1 : 0)] : []),
    ...(state === 'active' ? [hasBegun(eb)] : []),
    ...(state === 'invited' ? [eb.not(hasBegun(eb))] : []),
  ])
}

/** The accounts a filter leaves, by user name; with `limit` as many, after `after`. */
export async function listAccounts(
  db: Db | Trx,
  query: AccountsQuery,
  { after, limit }: { after: string | null; limit: number },
): Promise<Account[]> {
  const rows = await selectAccounts(db)
    .where(eb => matches(eb, query))
    .where('username', '>', after ?? '')
    .orderBy('username')
    .limit(limit)
    .execute()
  return rows.map(toAccount)
}

export async function countAccounts(db: Db | Trx, query: AccountsQuery): Promise<number> {
  const { count } = await db
    .selectFrom('account')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where(eb => matches(eb, query))
    .executeTakeFirstOrThrow()
  return Number(count)
}

export interface NewAccount extends Rights {
  id: string
  /** As typed; kept in lower case beside. */
  username: string
  name: string
}

export async function insertAccount(trx: Trx, account: NewAccount, now: string): Promise<void> {
  await trx
    .insertInto('account')
    .values({
      id: account.id,
      username: account.username.toLowerCase(),
      display_username: account.username,
      name: account.name,
      // The accounts library wants an address for everybody; nobody is ever written to.
      email: `${account.id}@accounts.invalid`,
      role: account.role,
      county: account.county,
      finance: account.finance ? 1 : 0,
      created_at: now,
      updated_at: now,
    })
    .execute()
}

export interface AccountChange extends Rights {
  name: string
  disabled: boolean
}

/** Makes the next version of an account; false where it is no longer the version named. */
export async function updateAccount(
  trx: Trx,
  { id, version }: { id: string; version: number },
  change: AccountChange,
  now: string,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('account')
    .set({
      name: change.name,
      role: change.role,
      county: change.county,
      finance: change.finance ? 1 : 0,
      disabled: change.disabled ? 1 : 0,
      version: version + 1,
      updated_at: now,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Takes the second factor from an account: the next sign-in asks for the password alone. */
export async function removeSecondFactor(trx: Trx, id: string, now: string): Promise<void> {
  await trx.deleteFrom('second_factor').where('account_id', '=', id).execute()
  await trx.updateTable('account').set({ two_factor_enabled: 0, updated_at: now }).where('id', '=', id).execute()
}
