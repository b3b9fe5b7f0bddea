import { afterEach, vi } from 'vitest'

export interface Asked {
  method: string
  path: string
  query: Record<string, string>
  body: unknown
  /** The version a change starts from, as sent. */
  ifMatch: string | null
}
type Answer = (asked: Asked) => Response | Promise<Response>

export const answer = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(status === 204 ? null : JSON.stringify(body), { status, headers })

export const refuse = (status: number, code: string, more: object = {}, headers: Record<string, string> = {}) =>
  answer({ status, code, title: code, detail: '不行。 / No.', errors: [], ...more }, status, headers)

afterEach(() => vi.unstubAllGlobals())

/** An API that answers by `METHOD /path` (under `/api`) until the test ends, and tells what it was asked. */
export function stubApi(answers: Record<string, Answer>): Asked[] {
  const asked: Asked[] = []
  vi.stubGlobal('fetch', async (input: RequestInfo | URL, init: RequestInit = {}) => {
    const [path = '', query] = String(input)
      .replace(/^\/api/, '')
      .split('?')
    const method = init.method ?? 'GET'
    const one = {
      method,
      path,
      query: Object.fromEntries(new URLSearchParams(query)),
      body: init.body ? JSON.parse(String(init.body)) : undefined,
      ifMatch: new Headers(init.headers).get('if-match'),
    }
    asked.push(one)
    const found = answers[`${method} ${path}`]
    return found ? await found(one) : refuse(404, 'notFound')
  })
  return asked
}
