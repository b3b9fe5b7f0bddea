import { z } from '@hono/zod-openapi'
import { DomainError, ERROR_CODES, type ErrorCode, type Fault } from '../errors.ts'
import { SECURITY_HEADERS } from './security-headers.ts'

export const PROBLEM_TYPE = 'application/problem+json'

export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.enum(ERROR_CODES),
    detail: z.string(),
    errors: z.array(z.object({ pointer: z.string(), code: z.string(), message: z.string() })),
  })
  .meta({ id: 'Problem' })
export type Problem = z.infer<typeof problemSchema>

/** What HTTP makes of each refusal: the one place that knows. */
const STATUS: Record<ErrorCode, [status: number, title: string]> = {
  invalidParameter: [400, 'A parameter is not valid'],
  unknownParameter: [400, 'A parameter is not known'],
  malformedRequest: [400, 'The request is malformed'],
  asOfInFuture: [400, 'The day lies ahead'],
  knownAtInFuture: [400, 'The instant lies ahead'],
  notFound: [404, 'Not found'],
  centreUnknown: [404, 'No such centre'],
  methodNotAllowed: [405, 'Method not allowed'],
  recordConflict: [409, 'The record says something else'],
  recordOutOfOrder: [409, 'Entered before the newest record'],
  recordInvalid: [422, 'The record is not valid'],
  moneyRuleBroken: [422, 'A rule of money is broken'],
  hostRefused: [421, 'Not served under this host name'],
  internal: [500, 'Internal error'],
  settingRefused: [500, 'The store is not durable'],
  schemaNewer: [503, 'The store is newer than the program'],
  storeLocked: [503, 'The store is in use'],
  storeEmpty: [503, 'The store is empty'],
  notReady: [503, 'Not ready'],
}

/** Every problem there is, for the documentation. */
export const PROBLEM_KINDS = ERROR_CODES.map(code => {
  const [status, title] = STATUS[code]
  return { code, status, title }
})

export interface ProblemInput {
  code: ErrorCode
  detail: string
  errors?: readonly Fault[]
  headers?: Record<string, string>
}

/** An RFC 9457 answer. */
export function problem({ code, detail, errors = [], headers = {} }: ProblemInput): Response {
  const [status, title] = STATUS[code]
  const body: Problem = { type: `/api/docs#${code}`, title, status, code, detail, errors: [...errors] }
  return new Response(JSON.stringify(body), {
    status,
    headers: { ...SECURITY_HEADERS, 'content-type': PROBLEM_TYPE, 'cache-control': 'no-store', ...headers },
  })
}

/** The one place where a refusal becomes an answer. Anything unforeseen says nothing of the inside. */
export function problemOf(error: unknown): Response {
  if (error instanceof DomainError) return problem({ code: error.code, detail: error.message, errors: error.faults })
  console.error(error)
  return problem({ code: 'internal', detail: '服务器内部错误。 / Something went wrong inside the server.' })
}
