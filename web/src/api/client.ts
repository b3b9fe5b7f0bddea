import { noteOwnAct } from '../live/own-acts.ts'

/** One thing that is wrong with what was sent. `pointer` is its JSON pointer: `/username`. */
export interface ApiFault {
  pointer: string
  code: string
  message: string
}

interface ApiErrorDetails {
  errors?: readonly ApiFault[]
  current?: unknown
  retryAfterSeconds?: number
}

/** An RFC 9457 problem the API answered, or code `network` where nothing came back. */
export class ApiError extends Error {
  readonly status: number
  readonly code: string
  readonly errors: readonly ApiFault[]
  /** What the thing is now, where the refusal is that it changed. */
  readonly current: unknown
  /** After how many seconds another try may succeed. */
  readonly retryAfterSeconds: number | undefined

  constructor(status: number, code: string, detail: string, details: ApiErrorDetails = {}) {
    super(detail)
    this.name = 'ApiError'
    this.status = status
    this.code = code
    this.errors = details.errors ?? []
    this.current = details.current
    this.retryAfterSeconds = details.retryAfterSeconds
  }
}

export type ApiParams = Readonly<Record<string, string | number | boolean | undefined>>

/** `/api` + path with the parameters that have a value, in a fixed order so that equal reads share one address. */
export function apiUrl(path: string, params: ApiParams = {}): string {
  const query = Object.entries(params)
    .filter(([, value]) => value !== undefined && value !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value)).replaceAll('%2C', ',')}`)
    .join('&')
  return `/api${path}${query && `?${query}`}`
}

/** Signs in again and answers whether the same account is signed in now. */
export type Renewal = () => Promise<boolean>
let renewal: Renewal | null = null
let renewals = 0

/** What happens when the session has ended in mid-work; null: the answer is an error like any other. */
export function onSessionEnd(renew: Renewal | null): void {
  renewal = renew
}

async function problemOf(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => null)
  return problemIn(response, body)
}

/** The problem an answer's body tells. */
export function problemIn(response: Pick<Response, 'status' | 'statusText' | 'headers'>, body: unknown): ApiError {
  const problem = (body ?? {}) as { code?: string; detail?: string; title?: string } & ApiErrorDetails
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN)
  return new ApiError(
    response.status,
    problem.code ?? 'unexpected',
    problem.detail ?? problem.title ?? response.statusText,
    {
      errors: problem.errors,
      current: problem.current,
      retryAfterSeconds: Number.isFinite(retryAfter) ? retryAfter : undefined,
    },
  )
}

async function request(url: string, init: RequestInit): Promise<Response> {
  const response = await fetch(url, init).catch((cause: Error) => {
    if (cause.name === 'AbortError') throw cause
    throw new ApiError(0, 'network', cause.message)
  })
  if (!response.ok) throw await problemOf(response)
  return response
}

/** Whether there is a new session since `before`, or will be once somebody has signed in again. */
async function renewedSince(before: number): Promise<boolean> {
  if (renewals !== before) return true
  const renewed = (await renewal?.()) ?? false
  if (renewed) renewals++
  return renewed
}

/** Runs a request; where the session has ended, waits until somebody has signed in again, then runs it once more. */
export async function inSession<T>(run: () => Promise<T>): Promise<T> {
  const before = renewals
  try {
    return await run()
  } catch (error) {
    const ended = error instanceof ApiError && error.code === 'signInRequired'
    if (!ended || !(await renewedSince(before))) throw error
    return await run()
  }
}

const requestInSession = (url: string, init: RequestInit) => inSession(() => request(url, init))

/** Reads JSON from the API of this origin; throws {@link ApiError} on anything but a 2xx. */
export async function apiGet<T>(path: string, params?: ApiParams, signal?: AbortSignal): Promise<T> {
  const init = { signal, headers: { accept: 'application/json' } }
  return (await (await requestInSession(apiUrl(path, params), init)).json()) as T
}

export interface SendOptions {
  /** The version the change starts from. */
  ifMatch?: number
  /** False: where the session has ended, that is an answer like any other. */
  inSession?: boolean
}

/** What is sent under an id is told to every open page, this one included. */
function noteIfAct(body: unknown): void {
  const { id } = (body ?? {}) as { id?: unknown }
  if (typeof id === 'string') noteOwnAct(id)
}

/** Sends JSON to the API and reads what it answers, undefined where that is nothing; throws {@link ApiError}. */
export async function apiSend<T = void>(
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
  { ifMatch, inSession: waits = true }: SendOptions = {},
): Promise<T> {
  const headers: Record<string, string> = { accept: 'application/json' }
  noteIfAct(body)
  if (body !== undefined) headers['content-type'] = 'application/json'
  if (ifMatch !== undefined) headers['if-match'] = `"${ifMatch}"`
  const init = { method, headers, body: body === undefined ? undefined : JSON.stringify(body) }
  const response = await (waits ? requestInSession : request)(apiUrl(path), init)
  return (response.status === 204 ? undefined : await response.json()) as T
}
