/** Everything this server refuses, by name. What HTTP makes of a code is decided in one place, `http/problem.ts`. */
export const ERROR_CODES = [
  'storeLocked',
  'schemaNewer',
  'settingRefused',
  'storeEmpty',
  'backupRefused',
  'recordConflict',
  'recordInvalid',
  'recordOutOfOrder',
  'centreUnknown',
  'moneyRuleBroken',
  'ruleBroken',
  'doubtful',
  'countyUnknown',
  'issueUnknown',
  'asOfInFuture',
  'knownAtInFuture',
  'invalidParameter',
  'unknownParameter',
  'malformedRequest',
  'notFound',
  'methodNotAllowed',
  'hostRefused',
  'internal',
  'notReady',
  'signInRequired',
  'signInFailed',
  'tooManyTries',
  'tooManyStreams',
  'secondFactorRequired',
  'secondFactorWrong',
  'secondFactorMissing',
  'forbidden',
  'viewOnly',
  'ownRights',
  'crossSite',
  'demonstrationOnly',
  'linkInvalid',
  'passwordWrong',
  'passwordRefused',
  'accountUnknown',
  'accountInvalid',
  'usernameTaken',
  'accountConflict',
  'sessionUnknown',
  'linkUnknown',
  'versionRequired',
  'versionStale',
  'bodyTooLarge',
  'mediaTypeUnsupported',
  'photoUnreadable',
  'photoUnsafe',
  'documentUnreadable',
  'documentUnsafe',
  'evidenceUnknown',
  'visitUnknown',
  'evidenceConflict',
  'uploadTooSlow',
  'uploadsBusy',
] as const
export type ErrorCode = (typeof ERROR_CODES)[number]

export interface Fault {
  pointer: string
  code: string
  message: string
}

export interface RefusalDetails {
  faults?: readonly Fault[]
  /** What the thing is now, where the refusal is that it changed. */
  current?: unknown
  /** After how many seconds another try may succeed. */
  retryAfterSeconds?: number
}

/** A refusal by name. `message` is for people, Chinese then English; `faults` name each thing that is wrong. */
export class DomainError extends Error {
  readonly code: ErrorCode
  readonly faults: readonly Fault[]
  readonly current: unknown
  readonly retryAfterSeconds: number | undefined

  constructor(code: ErrorCode, message: string, details: readonly Fault[] | RefusalDetails = {}) {
    super(message)
    const { faults, current, retryAfterSeconds } = (
      Array.isArray(details) ? { faults: details } : details
    ) as RefusalDetails
    this.name = 'DomainError'
    this.code = code
    this.faults = faults ?? []
    this.current = current
    this.retryAfterSeconds = retryAfterSeconds
  }
}
