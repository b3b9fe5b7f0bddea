import { PHONE_SCOPE } from '@lvliang/shared/accounts/access'
import type { Principal, Role } from '@lvliang/shared/accounts/role'

/** Who asks. Made once per session and never changed: another right is another viewer. */
export interface Viewer {
  /** By what the table of access is asked. */
  principal: Principal
  accountId: string | null
  username: string | null
  name: string | null
  /** The account's own role; differs from `principal` while the city office looks through a county's eyes. */
  role: Role | null
  /** The county the viewer speaks for. */
  county: string | null
  finance: boolean
  sessionId: string | null
  /** The county through whose eyes the city office is looking: nothing may be changed meanwhile. */
  viewingAs: string | null
  /** False for the demonstration's one-click accounts. */
  hasPassword: boolean
  hasSecondFactor: boolean
  /** A second factor must be set up before anything else is done. */
  needsSecondFactor: boolean
  /** When the session ends whatever is done, epoch milliseconds; null: it does not. */
  endsAtMs: number | null
  /** Milliseconds without a request after which it ends, too. */
  idleMs: number | null
}

const NOBODY = {
  accountId: null,
  username: null,
  name: null,
  role: null,
  county: null,
  finance: false,
  sessionId: null,
  viewingAs: null,
  hasPassword: false,
  hasSecondFactor: false,
  needsSecondFactor: false,
  endsAtMs: null,
  idleMs: null,
} as const

export const ANONYMOUS: Viewer = Object.freeze({ ...NOBODY, principal: 'anonymous' })
export const WALL: Viewer = Object.freeze({ ...NOBODY, principal: 'wall' })

/** Whether a viewer reads telephone numbers of a county in full. */
export function seesPhones({ principal, county }: Viewer, countyCode: string): boolean {
  const scope = PHONE_SCOPE[principal]
  return scope === 'all' || (scope === 'own' && county === countyCode)
}

/** Names one account as it is: for answers that say what is its own. */
export const seenByOne = (viewer: Viewer): string =>
  `${viewer.principal} ${viewer.accountId} ${viewer.viewingAs} ${seenBy(viewer)}`

/** Viewers for whom the same address gives the same bytes share this: it names whose telephone numbers they read. */
export function seenBy({ principal, county }: Viewer): string {
  const scope = PHONE_SCOPE[principal]
  return scope === 'own' ? (county ?? 'no') : scope
}
