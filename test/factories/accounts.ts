import { randomUUID } from 'node:crypto'
import { insertAccount } from '@lvliang/server/accounts/admin/accounts.repo'
import { setPassword } from '@lvliang/server/accounts/credential.repo'
import { EvidenceIndex } from '@lvliang/server/ledger/evidence-index'
import { Ledger } from '@lvliang/server/ledger/ledger'
import { liveTimes } from '@lvliang/server/ledger/times'
import { VisitPlanIndex } from '@lvliang/server/ledger/visit-plan-index'
import { ROLES_WITH_COUNTY, type Role } from '@lvliang/shared/accounts/role'
import { type AppOptions, openWholeApp } from './app.ts'
import { plan } from './programme.ts'
import { createStore, NOON } from './store.ts'

const ORIGIN = 'http://localhost'
/** Nobody's first guess. */
export const PASSWORD = '红枣 核桃 黄河 十二里'

export interface Asked extends Omit<RequestInit, 'body'> {
  cookie?: string | undefined
  /** The network address asked from. */
  address?: string
  /** Sent as JSON. */
  body?: unknown
}

/** The session's cookie a response sets, as a browser sends it back. */
export const cookieSet = (response: Response): string => (response.headers.get('set-cookie') ?? '').split(';')[0] ?? ''

const hashes = new Map<string, Promise<string>>()

/** The same hash for the same password: making one takes longer than most tests. */
function hashOf(password: string, passwords: { hash(password: string): Promise<string> }): Promise<string> {
  const made = hashes.get(password) ?? passwords.hash(password)
  hashes.set(password, made)
  return made
}

interface Somebody {
  username?: string
  role?: Role
  /** Null: invited, none set yet. */
  password?: string | null
}

/** The real application over a database with nobody in it yet. */
export async function createAccounts({
  demonstration = false,
  ...options
}: AppOptions & { demonstration?: boolean } = {}) {
  const store = await createStore()
  const clock = { at: NOON, now: () => clock.at }
  const ledger = await Ledger.load(store.db)
  const evidence = await EvidenceIndex.load(store.db)
  const visitPlans = await VisitPlanIndex.load(store.db)
  const data = { store, ledger, evidence, visitPlans, times: liveTimes(clock, plan.year), demonstration, clock }
  const open = () => openWholeApp(data, options)
  let opened = await open()

  async function ask(path: string, { cookie, address = '127.0.0.1', body, ...init }: Asked = {}): Promise<Response> {
    const headers = new Headers(init.headers)
    if (cookie) headers.set('cookie', cookie)
    if (init.method && init.method !== 'GET') headers.set('origin', ORIGIN)
    if (body !== undefined) headers.set('content-type', 'application/json')
    const sent = body === undefined ? {} : { body: JSON.stringify(body) }
    return opened.whole.request(`/api${path}`, { ...init, ...sent, headers }, { remoteAddress: address })
  }
  const post = (path: string, body?: unknown, more: Asked = {}) => ask(path, { method: 'POST', body, ...more })

  async function createAccount({ username = 'fang', role = 'leader', password = PASSWORD }: Somebody = {}) {
    const { context } = opened.accounts
    const id = randomUUID()
    const hash = password === null ? null : await hashOf(password, context.passwords)
    const engine = await context.auth()
    const county = ROLES_WITH_COUNTY.includes(role) ? '141124' : null
    const now = new Date(clock.at)
    await store.db.transaction().execute(async trx => {
      const account = { id, username, name: '某人', role, county, finance: false }
      await insertAccount(trx, account, now.toISOString())
      if (hash !== null) await setPassword(trx, engine, { accountId: id, hash, now })
    })
    return id
  }

  return {
    get accounts() {
      return opened.accounts
    },
    store,
    clock,
    ask,
    post,
    createAccount,
    /** Signs in with the password every account has by default. */
    signIn: (username = 'fang', more: Asked & { password?: string; code?: string; stay?: boolean } = {}) => {
      const { password = PASSWORD, code, stay, ...asked } = more
      return post('/auth/sign-in/username', { username, password, code, stay }, asked)
    },
    audit: () => store.db.selectFrom('audit').selectAll().orderBy('seq').execute(),
    /** The program stopped and started over the same data. */
    async restart() {
      opened.accounts.close()
      opened = await open()
    },
    async close() {
      opened.accounts.close()
      await store.close()
    },
  }
}
export type AccountsWorld = Awaited<ReturnType<typeof createAccounts>>
