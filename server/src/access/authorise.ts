import type { OperationId } from '@lvliang/shared/accounts/access'
import type { Context, MiddlewareHandler } from 'hono'
import { type Decide, refusal, refusalInCounty } from './decide.ts'
import type { Denials } from './denials.ts'
import type { RouteOperations } from './operations.ts'
import type { AppEnv } from './request-env.ts'
import { SAFE_METHODS } from './same-site.ts'

interface AuthoriseDeps {
  operations: () => RouteOperations
  decide: Decide
  denials: Denials
  /** The county of a slot; undefined where there is no such slot. */
  countyOf(centre: string): string | undefined
}

const OF_COUNTY = /^\/api\/counties\/([^/]+)/
const OF_CENTRE = /^\/api\/centres\/([^/]+)/

/** The county an address is about; undefined: it is about none, or about something that is not there. */
function countyAsked(c: Context<AppEnv>, countyOf: AuthoriseDeps['countyOf']): string | undefined {
  const { pathname, searchParams } = new URL(c.req.url)
  const path = decodeURI(pathname)
  const centre = OF_CENTRE.exec(path)?.[1] ?? searchParams.get('centre')
  if (centre) return countyOf(centre)
  return OF_COUNTY.exec(path)?.[1] ?? searchParams.get('county') ?? undefined
}

/**
 * The one place where a request is let through: asks the table for the operation whose route will answer, and holds
 * the county it is about against that of whoever asks. What has no operation has no route, and ends as "not found".
 */
export const authorise =
  ({ operations, decide, denials, countyOf }: AuthoriseDeps): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const operation = operations().of(c)
    if (operation === undefined) return c.notFound()
    c.env.operation = operation
    const isChange = !SAFE_METHODS.has(c.req.method)
    async function permit(asked: OperationId, county: string | undefined) {
      const { viewer } = c.env
      const code =
        decide(asked, viewer, isChange) ?? (county === undefined ? null : refusalInCounty(asked, viewer, county))
      if (code === null) return
      await denials.record(c.env, asked, new URL(c.req.url).pathname)
      throw refusal(code)
    }
    c.env.permit = permit
    await permit(operation, isChange ? countyAsked(c, countyOf) : undefined)
    return next()
  }
