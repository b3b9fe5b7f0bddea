import type { SignInOptions } from '@lvliang/shared/accounts/account.schema'
import type { PlanFile } from '@lvliang/shared/plan/plan.schema'
import { isLoopback } from '../access/client-address.ts'
import type { RequestEnv } from '../access/request-env.ts'
import type { Site } from '../access/site.ts'
import { ANONYMOUS, type Viewer } from '../access/viewer.ts'
import type { Store } from '../db/open.ts'
import type { Clock } from '../ledger/times.ts'
import { ActiveWallLinks } from './admin/active-wall-links.ts'
import { type Auth, openAuth } from './auth.ts'
import { readAuthSecret } from './auth-secret.ts'
import { Demonstration } from './demonstration.service.ts'
import { SessionCache } from './session-cache.ts'
import { readCookie, type SessionCookies, sessionCookies } from './session-cookie.ts'
import { Sessions } from './sessions.ts'
import type { AccountSettings } from './settings.ts'

const SWEEP_MS = 15_000
/** As long as a browser keeps any cookie. */
const WALL_KEPT_SECONDS = 400 * 24 * 3600

export interface AccountsDeps {
  store: Store
  clock: Clock
  demonstration: boolean
  site: Site
  settings: AccountSettings
  /** The plan in force. */
  plan: () => PlanFile
}

/** Who is who: sessions, signing in, and what an account does for itself. */
export interface Accounts extends AccountsDeps {
  auth: Auth
  cache: SessionCache
  cookies: SessionCookies
  sessions: Sessions
  demonstrationSignIn: Demonstration
  wallLinks: ActiveWallLinks
  /** Who sends these cookies; at once where the session is in use. */
  viewerOf(cookies: string | null, secure: boolean): Viewer | Promise<Viewer>
  /** Calls back when a session ends or stands for other rights; answers how to take that back. */
  onEnd(sessionId: string, callback: () => void): () => void
  /** Makes the sessions of an account be read again, once what changed is committed. */
  forget(accountId: string): void
  signInOptions(env: Pick<RequestEnv, 'address'>): SignInOptions
  /** The cookie a wall screen's link is exchanged for; null: there is no such link. */
  exchangeWallToken(token: string, secure: boolean): string | null
  close(): void
}

const wallCookieName = (secure: boolean) => (secure ? '__Host-wall' : 'wall')

const wallCookie = (token: string, secure: boolean) =>
  `${wallCookieName(secure)}=${token}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}` +
  `; Max-Age=${WALL_KEPT_SECONDS}`

export async function openAccounts(deps: AccountsDeps): Promise<Accounts> {
  const { store, clock, demonstration, site, settings, plan } = deps
  const { db } = store
  const secret = readAuthSecret(store.folder, settings.secret)
  const auth = openAuth({ db, secret, baseURL: () => site.publicOrigin })
  const cookies = sessionCookies(secret)
  const sessions = new Sessions({ auth, clock, cookies, settings })
  const cache = new SessionCache({ db, clock, idleMs: sessions.idleMs, pressSecondFactor: !demonstration })
  const wallLinks = await ActiveWallLinks.load(db, clock)
  const sweeping = setInterval(() => cache.sweep(), SWEEP_MS).unref()

  const isOffered = (address: string) => demonstration && (settings.demoLan || isLoopback(address))
  const counties = () => plan().counties
  return {
    ...deps,
    auth,
    cache,
    cookies,
    sessions,
    wallLinks,
    demonstrationSignIn: new Demonstration({ db, auth, clock, sessions, counties, isOffered }),
    viewerOf(header, secure) {
      if (header === null) return ANONYMOUS
      const token = cookies.read(header, secure)
      const viewer = token === null ? ANONYMOUS : cache.viewerOf(token)
      if (viewer !== ANONYMOUS) return viewer
      return wallLinks.viewerOf(readCookie(header, wallCookieName(secure))) ?? ANONYMOUS
    },
    onEnd: (sessionId, callback) => cache.onEnd(sessionId, callback),
    forget: accountId => cache.forget(accountId),
    signInOptions: ({ address }) => ({
      title: plan().title,
      demonstration,
      oneClick: isOffered(address),
      counties: demonstration ? counties().map(({ code, name }) => ({ code, name })) : [],
    }),
    exchangeWallToken: (token, secure) => (wallLinks.viewerOf(token) === null ? null : wallCookie(token, secure)),
    close: () => clearInterval(sweeping),
  }
}
