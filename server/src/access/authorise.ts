import type { MiddlewareHandler } from 'hono'
import { type Decide, refusal } from './decide.ts'
import type { Denials } from './denials.ts'
import type { RouteOperations } from './operations.ts'
import type { AppEnv } from './request-env.ts'
import { SAFE_METHODS } from './same-site.ts'

/**
 * The one place where a request is let through: asks the table for the operation whose route will answer. What has no
 * operation has no route, and ends as "not found".
 */
export const authorise =
  (operations: () => RouteOperations, decide: Decide, denials: Denials): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const operation = operations().of(c)
    if (operation === undefined) return c.notFound()
    c.env.operation = operation
    const code = decide(operation, c.env.viewer, !SAFE_METHODS.has(c.req.method))
    if (code !== null) {
      await denials.record(c.env, operation, new URL(c.req.url).pathname)
      throw refusal(code)
    }
    return next()
  }
