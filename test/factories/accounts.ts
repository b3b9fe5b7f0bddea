import { createSite } from '@lvliang/server/access/site'
import { type Accounts, openAccounts } from '@lvliang/server/accounts/accounts'
import { accountsRoutes } from '@lvliang/server/accounts/accounts.routes'
import { problemOf } from '@lvliang/server/http/problem'
import { plan } from './programme.ts'
import { createStore, NOON } from './store.ts'

const ORIGIN = 'http://localhost:3000'

interface Asked extends RequestInit {
  cookie?: string | undefined
  address?: string
}

/** The session's cookie a response sets, as a browser sends it back. */
export const cookieOf = (response: Response): string => (response.headers.get('set-cookie') ?? '').split(';')[0] ?? ''

/** The routes of accounts over a real database, asked as from an address; rights are the gate's and not asked here. */
export async function createAccounts({ demonstration = false, settings = {} } = {}) {
  const store = await createStore()
  const clock = { at: NOON, now: () => clock.at }
  const site = createSite({ publicUrl: null, tls: false, localOrigin: () => ORIGIN })
  const open = () =>
    openAccounts({
      store,
      clock,
      site,
      demonstration,
      settings: { idleMinutes: 30, sessionHours: 12, demoLan: false, ...settings },
      plan: () => plan,
    })
  let accounts: Accounts = await open()
  async function ask(path: string, { cookie, address = '127.0.0.1', ...init }: Asked = {}) {
    const app = accountsRoutes(accounts)
    app.onError(problemOf)
    const viewer = await accounts.viewerOf(cookie ?? null, false)
    return app.request(path, init, { viewer, address, requestId: 'test', origin: ORIGIN })
  }
  return {
    get accounts() {
      return accounts
    },
    store,
    clock,
    ask,
    post: (path: string, value: unknown, more: Asked = {}) =>
      ask(path, {
        method: 'POST',
        ...more,
        body: JSON.stringify(value),
        headers: { 'content-type': 'application/json', ...more.headers },
      }),
    async restart() {
      accounts.close()
      accounts = await open()
    },
    async close() {
      accounts.close()
      await store.close()
    },
  }
}
export type AccountsWorld = Awaited<ReturnType<typeof createAccounts>>
