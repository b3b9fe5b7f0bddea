import { z } from '@hono/zod-openapi'
import { HTTPException } from 'hono/http-exception'
import { DomainError, ERROR_CODES, type ErrorCode, type Fault } from '../errors.ts'
import { count } from './counters.ts'
import { log } from './log.ts'
import { PRIVATE } from './private-answer.ts'

export const PROBLEM_TYPE = 'application/problem+json'

export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.enum(ERROR_CODES),
    detail: z.string(),
    errors: z.array(z.object({ pointer: z.string(), code: z.string(), message: z.string() })),
    /** What the thing is now, with 409 and 412. */
    current: z.unknown().optional(),
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
  ruleBroken: [422, 'A rule is broken'],
  doubtful: [422, 'Something is doubtful; accepted, it is saved'],
  countyUnknown: [404, 'No such county'],
  issueUnknown: [404, 'No such issue'],
  moneyRuleBroken: [422, 'A rule of money is broken'],
  hostRefused: [421, 'Not served under this host name'],
  internal: [500, 'Internal error'],
  settingRefused: [500, 'The store is not durable'],
  schemaNewer: [503, 'The store is newer than the program'],
  storeLocked: [503, 'The store is in use'],
  storeEmpty: [503, 'The store is empty'],
  backupRefused: [500, 'The backup is of no use'],
  notReady: [503, 'Not ready'],
  signInRequired: [401, 'Sign in first'],
  signInFailed: [401, 'The sign-in failed'],
  secondFactorRequired: [401, 'The code of the second factor is missing'],
  secondFactorWrong: [401, 'The code of the second factor is wrong'],
  secondFactorMissing: [403, 'A second factor must be set up first'],
  forbidden: [403, 'Not permitted'],
  viewOnly: [403, 'Nothing may be changed while viewing as another'],
  ownRights: [403, 'Nobody changes their own rights'],
  crossSite: [403, 'Asked from another site'],
  demonstrationOnly: [403, 'For the demonstration alone'],
  passwordWrong: [403, 'The password is wrong'],
  accountUnknown: [404, 'No such account'],
  sessionUnknown: [404, 'No such session'],
  linkUnknown: [404, 'No such link'],
  usernameTaken: [409, 'The user name is taken'],
  accountConflict: [409, 'The account says something else'],
  linkInvalid: [422, 'The link is used, expired or unknown'],
  passwordRefused: [422, 'The password is too weak'],
  accountInvalid: [422, 'The account is not valid'],
  versionStale: [412, 'Changed meanwhile'],
  bodyTooLarge: [413, 'The body is too large'],
  mediaTypeUnsupported: [415, 'The media type is not supported'],
  photoUnreadable: [422, 'The picture cannot be read'],
  photoUnsafe: [422, 'The picture is more than a picture'],
  documentUnreadable: [422, 'The document cannot be read'],
  documentUnsafe: [422, 'The document is more than pages'],
  evidenceUnknown: [404, 'No such file'],
  visitUnknown: [404, 'No such visit'],
  evidenceConflict: [409, 'The file says something else'],
  uploadTooSlow: [408, 'The upload is too slow'],
  uploadsBusy: [503, 'Too many uploads at once'],
  versionRequired: [428, 'If-Match is missing'],
  tooManyTries: [429, 'Too many tries'],
  tooManyStreams: [429, 'Too many streams are open'],
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
  current?: unknown
  headers?: Record<string, string>
}

/** Refusals that end a try to sign in. */
const OF_SIGN_IN: ReadonlySet<ErrorCode> = new Set([
  'signInFailed',
  'secondFactorRequired',
  'secondFactorWrong',
  'tooManyTries',
])

/** An RFC 9457 answer. */
export function problem({ code, detail, errors = [], current, headers = {} }: ProblemInput): Response {
  const [status, title] = STATUS[code]
  count('refusals', code)
  if (OF_SIGN_IN.has(code)) count('signIns', code)
  const body: Problem = { type: `/api/docs#${code}`, title, status, code, detail, errors: [...errors], current }
  return new Response(JSON.stringify(body), {
    status,
    headers: { ...PRIVATE, 'content-type': PROBLEM_TYPE, ...headers },
  })
}

/** The one place where a refusal becomes an answer. Anything unforeseen says nothing of the inside. */
export function problemOf(error: unknown, context?: { env?: { requestId?: string } }): Response {
  if (error instanceof DomainError) {
    const { code, message, faults, current, retryAfterSeconds } = error
    const headers: Record<string, string> =
      retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) }
    return problem({ code, detail: message, errors: faults, current, headers })
  }
  // A body that is no JSON: the one thing the validators refuse by themselves.
  if (error instanceof HTTPException && error.status === 400) {
    return problem({ code: 'malformedRequest', detail: '请求内容不是有效的 JSON。 / The body is not valid JSON.' })
  }
  log().error({ requestId: context?.env?.requestId, err: error }, 'unforeseen')
  return problem({ code: 'internal', detail: '服务器内部错误。 / Something went wrong inside the server.' })
}
