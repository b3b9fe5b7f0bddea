import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { DomainError } from '../errors.ts'

const LARGEST_BYTES = 16 * 1024
const JSON_TYPE = /^application\/json\s*(;|$)/i

const refuseLarge = (largest: number): never => {
  throw new DomainError(
    'bodyTooLarge',
    `请求内容超过 ${largest / 1024} kB。 / The body is larger than ${largest / 1024} kB.`,
  )
}

/** A stated length is held against the limit by itself: looking at the body would make a stream of it first. */
function limitOf(largest: number): MiddlewareHandler {
  const limitRead = bodyLimit({ maxSize: largest, onError: () => refuseLarge(largest) })
  return (c, next) => {
    const length = c.req.header('content-length')
    if (length === undefined || c.req.header('transfer-encoding') !== undefined) return limitRead(c, next)
    return Number(length) > largest ? refuseLarge(largest) : next()
  }
}

const refuseOthers: MiddlewareHandler = (c, next) => {
  if (JSON_TYPE.test(c.req.header('content-type') ?? '')) return next()
  throw new DomainError('mediaTypeUnsupported', '请求内容应为 JSON。 / The body must be application/json.')
}

/** What a route with a JSON body puts before its validator: of the right type, and not too large. */
export const jsonBodyOf = (largestBytes: number): MiddlewareHandler[] => [limitOf(largestBytes), refuseOthers]

/** The same for what is small. */
export const jsonBody = jsonBodyOf(LARGEST_BYTES)
