import { createHash, randomUUID } from 'node:crypto'
import type { Accounts } from '@lvliang/server/accounts/accounts'
import { findAccountByUsername, insertAccount } from '@lvliang/server/accounts/admin/accounts.repo'
import type { Trx } from '@lvliang/server/db/tables'
import type { Principal, Role } from '@lvliang/shared/accounts/role'

/** Who a test asks as. */
export interface Identity {
  principal: Principal
  county?: string | null
  /** A second factor is pressed on roles that need one; by default it is set up. */
  withoutSecondFactor?: boolean
  session?: { stay?: boolean; endsAtMs?: number }
}

export interface LabelledIdentity extends Identity {
  label: string
}

/** Asks the app as somebody. */
export interface Client {
  request(path: string, init?: RequestInit): Promise<Response>
  cookie: string
}

/** Everybody the table of access knows; the county twice: the one acted on, and another. */
export function identitiesOf(own: string, other: string): LabelledIdentity[] {
  const plain = ['anonymous', 'wall', 'leader', 'cityOffice', 'systemAdmin', 'auditor'] as const
  return [
    ...plain.map(principal => ({ label: principal, principal })),
    { label: 'county, its own', principal: 'county', county: own },
    { label: 'county, another', principal: 'county', county: other },
    { label: 'inspector at home', principal: 'inspector', county: own },
    { label: 'inspector from elsewhere', principal: 'inspector', county: other },
  ]
}

const ORIGIN = 'http://localhost'

interface App {
  request(path: string, init?: RequestInit, connection?: object): Response | Promise<Response>
}

/** A client on this machine that sends a cookie, and the origin where something is to be changed. */
export function clientOf(app: App, cookie: string): Client {
  return {
    cookie,
    async request(path, init = {}) {
      const headers = new Headers(init.headers)
      if (cookie !== '' && !headers.has('cookie')) headers.set('cookie', cookie)
      if (!/^(GET|HEAD)$/.test(init.method ?? 'GET') && !headers.has('origin')) headers.set('origin', ORIGIN)
      return app.request(path, { ...init, headers }, { remoteAddress: '127.0.0.1' })
    },
  }
}

const usernameOf = ({ principal, county, withoutSecondFactor = false }: Identity) =>
  ['test', principal.toLowerCase(), county ?? 'city', ...(withoutSecondFactor ? ['bare'] : [])].join('-')

async function accountOf(trx: Trx, identity: Identity, at: string): Promise<string> {
  const username = usernameOf(identity)
  const found = await findAccountByUsername(trx, username)
  if (found) return found.id
  const id = randomUUID()
  const role = identity.principal as Role
  await insertAccount(trx, { id, username, name: username, role, county: identity.county ?? null, finance: false }, at)
  const twoFactor = identity.withoutSecondFactor ? 0 : 1
  await trx.updateTable('account').set({ two_factor_enabled: twoFactor }).where('id', '=', id).execute()
  return id
}

/** Makes the account of an identity where it is absent; answers its id. */
export const ensureAccount = ({ store, clock }: Accounts, identity: Identity): Promise<string> =>
  store.db.transaction().execute(trx => accountOf(trx, identity, new Date(clock.now()).toISOString()))

async function wallCookie({ store, clock, wallLinks }: Accounts): Promise<string> {
  const token = randomUUID()
  const id = randomUUID()
  const hash = createHash('sha256').update(token).digest('hex')
  const at = new Date(clock.now()).toISOString()
  const link = { id, label: id, token_hash: hash, created_by: 'test', created_at: at, last_used_at: at }
  await store.db.insertInto('wall_link').values(link).execute()
  wallLinks.admit(id, hash)
  return `wall=${token}`
}

/** A cookie that stands for an identity, in a session of its own; empty for nobody. */
export async function cookieOf(accounts: Accounts, identity: Identity): Promise<string> {
  if (identity.principal === 'anonymous') return ''
  if (identity.principal === 'wall') return wallCookie(accounts)
  const { store, context, cookies } = accounts
  const { auth, sessions } = context
  const accountId = await ensureAccount(accounts, identity)
  await auth()
  const device = { address: '127.0.0.1', userAgent: 'test' }
  const { token } = await store.db
    .transaction()
    .execute(trx => sessions.begin(trx, { accountId, role: identity.principal as Role, device, ...identity.session }))
  return cookies.set(token, { secure: false, keepSeconds: null }).split(';')[0] as string
}
