import { z } from '@hono/zod-openapi'
import { refused } from '../../http/route.ts'

export const idParam = z.object({ id: z.string().max(40) })

export const OWN_RIGHTS = { 403: refused('Nobody changes their own account here') }
export const CONFLICT = { 409: refused('The id or the user name belongs to something else') }
export const STALE = {
  412: refused('Changed meanwhile; `current` is what it is now'),
  428: refused('If-Match is missing'),
}
