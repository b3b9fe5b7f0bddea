import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { AppEnv } from '../access/request-env.ts'
import { jsonBody } from '../http/json-body.ts'
import { PROBLEM_TYPE, problemSchema } from '../http/problem.ts'

export const tags = ['accounts']
export const isSecure = (c: Context<AppEnv>) => c.env.origin.startsWith('https:')
export const userAgentOf = (c: Context<AppEnv>) => c.req.header('user-agent') ?? ''

/** A route that takes a small JSON body. */
export const taking = <T extends z.ZodType>(schema: T) => ({
  middleware: jsonBody,
  request: {
    query: z.strictObject({}),
    body: { required: true, content: { 'application/json': { schema } } },
  },
})
export const NO_QUERY = z.strictObject({})

const refused = (description: string) => ({ description, content: { [PROBLEM_TYPE]: { schema: problemSchema } } })

export const DONE = { 204: { description: 'Done' } }
export const NOT_SIGNED_IN = {
  401: refused('User name, password or code are wrong, or the code is missing'),
  429: refused('Too many tries; Retry-After says when the next is taken'),
}
export const WRONG_PASSWORD = {
  403: refused('The password is wrong, or the role may not'),
  429: refused('Too many tries; Retry-After says when the next is taken'),
}
export const RULE_BROKEN = { 422: refused('A rule is broken; `errors` names which') }
export const DEMONSTRATION_ONLY = { 403: refused('For the demonstration alone, on this machine') }
