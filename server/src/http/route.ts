import { OpenAPIHono, type z } from '@hono/zod-openapi'
import type { AppEnv } from '../access/request-env.ts'
import { PROBLEM_TYPE, problemSchema } from './problem.ts'
import { refuseInvalid } from './validation.ts'

/** A sub-app whose validators answer with problems. */
export const createRoutes = () => new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })

const refusal = (description: string) => ({ description, content: { [PROBLEM_TYPE]: { schema: problemSchema } } })

export const NOT_MODIFIED = { 304: { description: 'Not modified: the client holds these bytes' } }
export const BAD_REQUEST = { 400: refusal('A parameter is malformed, unknown, or names a day ahead') }
export const NOT_FOUND = { 404: refusal('Not found') }

/** The answers of a JSON read. */
export const jsonAnswer = <T extends z.ZodType>(schema: T, description: string) => ({
  200: { description, content: { 'application/json': { schema } } },
})
