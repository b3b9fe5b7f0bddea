import { OpenAPIHono, z } from '@hono/zod-openapi'
import type { AppEnv } from '../access/request-env.ts'
import { jsonBody } from './json-body.ts'
import { PROBLEM_TYPE, problemSchema } from './problem.ts'
import { refuseInvalid } from './validation.ts'

/** A sub-app whose validators answer with problems. */
export const createRoutes = () => new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })

/** An answer that refuses. */
export const refused = (description: string) => ({
  description,
  content: { [PROBLEM_TYPE]: { schema: problemSchema } },
})

export const NOT_MODIFIED = { 304: { description: 'Not modified: the client holds these bytes' } }
export const BAD_REQUEST = { 400: refused('A parameter is malformed, unknown, or names a day ahead') }
export const NOT_FOUND = { 404: refused('Not found') }
export const RULE_BROKEN = { 422: refused('A rule is broken; `errors` names which') }
export const DONE = { 204: { description: 'Done' } }

export const NO_QUERY = z.strictObject({})
/** What a route with a small JSON body is asked with. */
export const takingJson = <T extends z.ZodType>(schema: T) => ({
  middleware: jsonBody,
  request: { query: NO_QUERY, body: { required: true, content: { 'application/json': { schema } } } },
})

/** The answers of a JSON read. */
export const jsonAnswer = <T extends z.ZodType>(schema: T, description: string) => ({
  200: { description, content: { 'application/json': { schema } } },
})
