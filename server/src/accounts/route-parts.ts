import type { Context } from 'hono'
import type { AppEnv } from '../access/request-env.ts'
import { refused } from '../http/route.ts'

export const tags = ['accounts']
export const userAgentOf = (c: Context<AppEnv>) => c.req.header('user-agent') ?? ''

export const NOT_SIGNED_IN = {
  401: refused('User name, password or code are wrong, or the code is missing'),
  429: refused('Too many tries; Retry-After says when the next is taken'),
}
export const WRONG_PASSWORD = {
  403: refused('The password is wrong, or the role may not'),
  429: refused('Too many tries; Retry-After says when the next is taken'),
}
export const DEMONSTRATION_ONLY = { 403: refused('For the demonstration alone, on this machine') }
