import type { PlanFile } from '@lvliang/shared/plan/plan.schema'
import type { Site } from '../access/site.ts'
import type { Db } from '../db/tables.ts'
import type { Clock } from '../ledger/times.ts'
import type { Auth } from './auth.ts'
import type { OwnPassword } from './own-password.ts'
import type { Passwords } from './passwords.ts'
import type { SecondFactors } from './second-factors.ts'
import type { SessionCache } from './session-cache.ts'
import type { Sessions } from './sessions.ts'
import type { Tries } from './tries.ts'

/** What the services of accounts work with. */
export interface AccountsContext {
  db: Db
  clock: Clock
  site: Site
  demonstration: boolean
  /** The plan in force. */
  plan: () => PlanFile
  /** The key cookies are signed and hashes are keyed with. */
  secret: string
  auth: Auth
  sessions: Sessions
  cache: SessionCache
  passwords: Passwords
  factors: SecondFactors
  tries: Tries
  ownPassword: OwnPassword
}
