import { operationsOf } from '@lvliang/shared/accounts/access'
import type { Me } from '@lvliang/shared/accounts/account.schema'
import { refusalOf } from './decide.ts'
import type { Viewer } from './viewer.ts'

const MINUTE_MS = 60_000

/** What a viewer is told about themselves; null: nobody is signed in. */
export function meOf(viewer: Viewer): Me | null {
  const role = viewer.role ?? (viewer.principal === 'wall' ? 'wall' : null)
  if (role === null) return null
  return {
    id: viewer.accountId,
    username: viewer.username,
    name: viewer.name,
    role,
    county: viewer.viewingAs === null ? viewer.county : null,
    finance: viewer.finance,
    viewingAs: viewer.viewingAs,
    hasPassword: viewer.hasPassword,
    secondFactor: { enabled: viewer.hasSecondFactor, required: viewer.needsSecondFactor },
    endsAt: viewer.endsAtMs === null ? null : new Date(viewer.endsAtMs).toISOString(),
    idleMinutes: viewer.idleMs === null ? null : viewer.idleMs / MINUTE_MS,
    may: operationsOf(viewer.principal).filter(operation => refusalOf(operation, viewer, false) === null),
  }
}
