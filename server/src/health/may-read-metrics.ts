import { createHash, timingSafeEqual } from 'node:crypto'
import { isAskedHere } from '../access/client-address.ts'
import type { RequestEnv } from '../access/request-env.ts'

const digest = (text: string) => createHash('sha256').update(text).digest()

function bearsToken(headers: Headers, token: string): boolean {
  const [, given] = /^Bearer +(\S{1,200})$/i.exec(headers.get('authorization') ?? '') ?? []
  return given !== undefined && timingSafeEqual(digest(given), digest(token))
}

/** The metrics are for this machine itself, and for whoever bears their token. */
export function mayReadMetrics(headers: Headers, env: RequestEnv, token: string | null): boolean {
  if (token !== null && bearsToken(headers, token)) return true
  return isAskedHere(env)
}
