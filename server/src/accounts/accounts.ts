import type { MadeLink, SignInOptions } from '@lvliang/shared/accounts/account.schema'
import type { Asker as IssueAsker } from '@lvliang/shared/inspections/issue-party'
import type { InspectorList } from '@lvliang/shared/inspections/visit.schema'
import type { PlanFile } from '@lvliang/shared/plan/plan.schema'
import { type Asker, isAskedHere } from '../access/client-address.ts'
import type { Site } from '../access/site.ts'
import { ANONYMOUS, type Viewer } from '../access/viewer.ts'
import type { Store } from '../db/open.ts'
import type { Clock } from '../ledger/times.ts'
import { ActiveWallLinks } from './admin/active-wall-links.ts'
import { openAuth } from './auth.ts'
import { readAuthSecret } from './auth-secret.ts'
import type { AccountsContext } from './context.ts'
import { Demonstration } from './demonstration.service.ts'
import { listInspectors } from './inspectors.queries.ts'
import { PasswordChange } from './own-password.service.ts'
import { OwnPassword } from './own-password.ts'
import { OwnSecondFactor } from './own-second-factor.service.ts'
import { OwnSessions } from './own-sessions.service.ts'
import { findOwner } from './owner.queries.ts'
import { Passwords } from './passwords.ts'
import { SecondFactors } from './second-factors.ts'
import { SessionCache } from './session-cache.ts'
import { readCookie, type SessionCookies, sessionCookies } from './session-cookie.ts'
import { Sessions } from './sessions.ts'
import { SetUpService } from './set-up.service.ts'
import type { AccountSettings } from './settings.ts'
import { SignInService } from './sign-in.service.ts'
import { Tries } from './tries.ts'

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

const openServices = (context: AccountsContext, isOffered: (env: Asker) => boolean) => ({
  signIn: new SignInService(context),
  demonstrationSignIn: new Demonstration(context, isOffered),
  setUp: new SetUpService(context),
  passwordChange: new PasswordChange(context),
  ownSecondFactor: new OwnSecondFactor(context),
  ownSessions: new OwnSessions(context),
})

/** Who is who: sessions, signing in, and what an account does for itself. */
export interface Accounts extends AccountsDeps, ReturnType<typeof openServices> {
  context: AccountsContext
  cookies: SessionCookies
  wallLinks: ActiveWallLinks
  /** Who sends these cookies; at once where the session is in use. */
  viewerOf(cookies: string | null, secure: boolean): Viewer | Promise<Viewer>
  /** Calls back when a session ends or stands for other rights; answers how to take that back. */
  onEnd(sessionId: string, callback: () => void): () => void
  /** Makes the sessions of an account be read again, once what changed is committed. */
  forget(accountId: string): void
  signInOptions(env: Asker): SignInOptions
  /** Whom a visit may name: accounts of inspectors and of the city office that are not disabled. */
  inspectors(): Promise<InspectorList['items']>
  /** An account that is not disabled, by its id; null: there is none. */
  ownerOf(accountId: string): Promise<IssueAsker | null>
  /** The cookie a wall screen's link is exchanged for; null: there is no such link. */
  exchangeWallToken(token: string, secure: boolean): string | null
  /** The link a live deployment without any account is begun with; null where there is somebody already. */
  firstSetUpLink(): Promise<MadeLink | null>
  /** Loads what the first sign-in needs, so that it takes no longer than the second. */
  warm(): Promise<void>
  close(): void
}

const wallCookieName = (secure: boolean) => (secure ? '__Host-wall' : 'wall')

const wallCookie = (token: string, secure: boolean) =>
  `${wallCookieName(secure)}=${token}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}` +
  `; Max-Age=${WALL_KEPT_SECONDS}`

function openContext({ store, clock, demonstration, site, settings, plan }: AccountsDeps) {
  const { db } = store
  const secret = readAuthSecret(store.folder, settings.secret)
  const auth = openAuth({ db, secret, baseURL: () => site.publicOrigin })
  const cookies = sessionCookies(secret)
  const sessions = new Sessions({ auth, clock, cookies, settings })
  const cache = new SessionCache({ db, clock, idleMs: sessions.idleMs, pressSecondFactor: !demonstration })
  const passwords = new Passwords(auth)
  const factors = new SecondFactors({ auth, secret })
  const tries = new Tries(clock)
  const ownPassword = new OwnPassword({ db, clock, passwords, tries })
  const common = { db, clock, site, demonstration, plan, secret, auth }
  const context: AccountsContext = { ...common, sessions, cache, passwords, factors, tries, ownPassword }
  return { context, cookies }
}

export async function openAccounts(deps: AccountsDeps): Promise<Accounts> {
  const { demonstration, settings, plan } = deps
  const { context, cookies } = openContext(deps)
  const { cache, db, clock } = context
  const isOffered = (env: Asker) => demonstration && (settings.demoLan || isAskedHere(env))
  const services = openServices(context, isOffered)
  const wallLinks = await ActiveWallLinks.load(db, clock)
  const sweeping = setInterval(() => cache.sweep(), SWEEP_MS).unref()
  return {
    ...deps,
    ...services,
    context,
    cookies,
    wallLinks,
    viewerOf(header, secure) {
      if (header === null) return ANONYMOUS
      const orWall = (viewer: Viewer) =>
        viewer === ANONYMOUS ? (wallLinks.viewerOf(readCookie(header, wallCookieName(secure))) ?? ANONYMOUS) : viewer
      const token = cookies.read(header, secure)
      const viewer = token === null ? ANONYMOUS : cache.viewerOf(token)
      return viewer instanceof Promise ? viewer.then(orWall) : orWall(viewer)
    },
    onEnd: (sessionId, callback) => cache.onEnd(sessionId, callback),
    forget: accountId => cache.forget(accountId),
    signInOptions: env => ({
      title: plan().title,
      demonstration,
      oneClick: isOffered(env),
      counties: demonstration ? plan().counties.map(({ code, name }) => ({ code, name })) : [],
    }),
    inspectors: () => listInspectors(db),
    ownerOf: id => findOwner(db, id),
    exchangeWallToken: (token, secure) => (wallLinks.viewerOf(token) === null ? null : wallCookie(token, secure)),
    firstSetUpLink: () => services.setUp.firstLink(),
    warm: () => context.passwords.warm(),
    close: () => clearInterval(sweeping),
  }
}
