import { NO_PROXIES, type TrustedProxies } from '@lvliang/server/access/client-address'
import { createSite } from '@lvliang/server/access/site'
import { WALL } from '@lvliang/server/access/viewer'
import { openAccounts } from '@lvliang/server/accounts/accounts'
import type { AccountSettings } from '@lvliang/server/accounts/settings'
import { createApp } from '@lvliang/server/app'
import type { Pace } from '@lvliang/server/evidence/incoming'
import type { Clock } from '@lvliang/server/ledger/times'
import type { OpenedData } from '@lvliang/server/open-data'
import { readWorkdays } from '@lvliang/server/plan/read-workdays'
import { clientOf, cookieOf, ensureAccount, type Identity } from './clients.ts'

const SETTINGS: AccountSettings = { idleMinutes: 30, sessionHours: 12, demoLan: false }

export interface AppOptions {
  settings?: Partial<AccountSettings>
  trustedProxies?: TrustedProxies
  metricsToken?: string
  uploadPace?: Pace
  /** `off`: neither sessions nor the table are asked. */
  access?: 'enforced' | 'off'
}

type TestData = OpenedData & { clock: Clock }

/** The real application over opened data, with nobody in it. */
export async function openWholeApp(
  data: TestData,
  { settings = {}, trustedProxies = NO_PROXIES, access = 'enforced', metricsToken, uploadPace }: AppOptions = {},
) {
  const site = createSite({ publicUrl: null, tls: false, localOrigin: () => 'http://localhost' })
  const plan = () => data.ledger.programme.plan
  const accounts = await openAccounts({ ...data, site, settings: { ...SETTINGS, ...settings }, plan })
  const deps = {
    ...data,
    site,
    trustedProxies,
    metricsToken: metricsToken ?? null,
    workdays: readWorkdays(),
    ...(uploadPace ? { uploadPace } : {}),
  }
  const open = { accounts: { ...accounts, viewerOf: () => WALL }, decide: () => null }
  const whole = createApp(access === 'off' ? { ...deps, ...open } : { ...deps, accounts })
  return { whole, accounts }
}

/** The real application over opened data. `app` asks as a leader, `whole` as nobody, `as` as anybody. */
export async function openTestApp(data: TestData, options: AppOptions = {}) {
  const { whole, accounts } = await openWholeApp(data, options)
  const as = async (identity: Identity) => clientOf(whole, await cookieOf(accounts, identity))
  // Stays signed in wherever a test puts the clock.
  const app = await as({ principal: 'leader', session: { stay: true, endsAtMs: Date.UTC(2100, 0) } })
  return {
    app,
    whole,
    accounts,
    as,
    accountId: (identity: Identity) => ensureAccount(accounts, identity),
    async get<T>(path: string): Promise<T> {
      const response = await app.request(path)
      if (response.status !== 200) throw new Error(`${response.status} ${path}: ${await response.text()}`)
      return (await response.json()) as T
    },
  }
}
