import type { Me } from '@lvliang/shared/accounts/account.schema'
import type { Context } from 'hono'
import { meOf } from '../access/me.ts'
import type { AppEnv } from '../access/request-env.ts'
import { PRIVATE } from '../http/private-answer.ts'
import type { Accounts } from './accounts.ts'
import type { BegunSession } from './sessions.ts'

export const isSecure = (c: Context<AppEnv>) => c.env.origin.startsWith('https:')
export const userAgentOf = (c: Context<AppEnv>) => c.req.header('user-agent') ?? ''

/** The answer to whoever has just begun a session: who they are, and the cookie. */
export async function answerSignedIn(c: Context<AppEnv>, accounts: Accounts, { token, keepSeconds }: BegunSession) {
  const viewer = await accounts.cache.viewerOf(token)
  const cookie = accounts.cookies.set(token, { secure: isSecure(c), keepSeconds })
  return c.json(meOf(viewer) as Me, 200, { ...PRIVATE, 'set-cookie': cookie })
}
