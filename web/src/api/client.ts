/** An RFC 9457 problem the API answered, or code `network` where nothing came back. */
export class ApiError extends Error {
  readonly status: number
  readonly code: string

  constructor(status: number, code: string, detail: string) {
    super(detail)
    this.name = 'ApiError'
    this.status = status
    this.code = code
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

async function problemOf(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => null)
  const problem = (body ?? {}) as { code?: string; detail?: string; title?: string }
  return new ApiError(
    response.status,
    problem.code ?? 'unexpected',
    problem.detail ?? problem.title ?? response.statusText,
  )
}

/** Reads JSON from the API of this origin; throws {@link ApiError} on anything but a 2xx. */
export async function apiGet<T>(path: string, params?: ApiParams, signal?: AbortSignal): Promise<T> {
  const response = await fetch(apiUrl(path, params), { signal, headers: { accept: 'application/json' } }).catch(
    (cause: Error) => {
      if (cause.name === 'AbortError') throw cause
      throw new ApiError(0, 'network', cause.message)
    },
  )
  if (!response.ok) throw await problemOf(response)
  return (await response.json()) as T
}
