import type { Me } from '@lvliang/shared/accounts/account.schema'
import type { Context } from 'hono'
import { meOf } from '../access/me.ts'
import { type AppEnv, isSecure } from '../access/request-env.ts'
import { PRIVATE } from '../http/private-answer.ts'
import type { Accounts } from './accounts.ts'
import type { BegunSession } from './sessions.ts'

/** The answer to whoever has just begun a session: who they are, and the cookie. */
export async function answerSignedIn(c: Context<AppEnv>, { context, cookies }: Accounts, session: BegunSession) {
  const { token, keepSeconds } = session
  const viewer = await context.cache.viewerOf(token)
  const cookie = cookies.set(token, { secure: isSecure(c.env), keepSeconds })
  return c.json(meOf(viewer) as Me, 200, { ...PRIVATE, 'set-cookie': cookie })
}

/** The answer to whoever has ended a session; it was the one asking where `isOwn`. */
export function answerEnded(c: Context<AppEnv>, { cookies }: Accounts, isOwn = true) {
  return c.body(null, 204, isOwn ? { ...PRIVATE, 'set-cookie': cookies.clear(isSecure(c.env)) } : PRIVATE)
}
