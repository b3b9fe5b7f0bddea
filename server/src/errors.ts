/** Everything this server refuses, by name. What HTTP makes of a code is decided in one place, `http/problem.ts`. */
export const ERROR_CODES = [
  'storeLocked',
  'schemaNewer',
  'settingRefused',
  'storeEmpty',
  'recordConflict',
  'recordInvalid',
  'recordOutOfOrder',
  'centreUnknown',
  'moneyRuleBroken',
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
] as const
export type ErrorCode = (typeof ERROR_CODES)[number]

export interface Fault {
  pointer: string
  code: string
  message: string
}

/** A refusal by name. `message` is for people, Chinese then English; `faults` name each thing that is wrong. */
export class DomainError extends Error {
  readonly code: ErrorCode
  readonly faults: readonly Fault[]

  constructor(code: ErrorCode, message: string, faults: readonly Fault[] = []) {
    super(message)
    this.name = 'DomainError'
    this.code = code
    this.faults = faults
  }
}
