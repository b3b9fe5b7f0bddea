import { createHash, createHmac, createSecretKey, randomBytes, timingSafeEqual } from 'node:crypto'
import { LruCache } from '../lib/lru-cache.ts'

const nameOf = (secure: boolean) => (secure ? '__Host-session' : 'session')

/** A cookie's value by its name in a `Cookie` header; null where it is not there. */
export function readCookie(header: string, name: string): string | null {
  let at = header.indexOf(`${name}=`)
  while (at !== -1) {
    const before = at === 0 ? ';' : header[at - 1]
    if (before === ';' || before === ' ') {
      const from = at + name.length + 1
      const to = header.indexOf(';', from)
      return to === -1 ? header.slice(from) : header.slice(from, to)
    }
    at = header.indexOf(`${name}=`, at + 1)
  }
  return null
}

const KEPT_SIGNATURES = 5000

/** 43 characters, a dot, 43 characters: both parts are 32 bytes. */
const PART = 43

export interface SessionCookies {
  /** A new token, known to nobody. */
  makeToken(): string
  /** The token of a request's cookie, where this program signed it. */
  read(header: string | null, secure: boolean): string | null
  set(token: string, options: { secure: boolean; keepSeconds: number | null }): string
  clear(secure: boolean): string
}

/** Writes and checks the cookie of a session: its token with a signature by the secret. */
export function sessionCookies(secret: string): SessionCookies {
  const key = createSecretKey(createHmac('sha256', secret).update('session-cookie').digest())
  const sign = (token: string) => createHmac('sha256', key).update(token).digest()
  // Of tokens that came rightly signed before: reckoning it anew costs more than all else a session takes.
  const signatures = new LruCache<string, Buffer>(KEPT_SIGNATURES)
  const line = (value: string, secure: boolean, keepSeconds: number | null) =>
    `${nameOf(secure)}=${value}; Path=/; HttpOnly; SameSite=Lax` +
    (secure ? '; Secure' : '') +
    (keepSeconds === null ? '' : `; Max-Age=${keepSeconds}`)
  return {
    makeToken: () => randomBytes(32).toString('base64url'),
    read(header, secure) {
      const value = header === null ? null : readCookie(header, nameOf(secure))
      if (value === null || value.length !== 2 * PART + 1 || value[PART] !== '.') return null
      const token = value.slice(0, PART)
      const given = Buffer.from(value.slice(PART + 1), 'base64url')
      const known = signatures.get(token)
      const signature = known ?? sign(token)
      if (given.length !== 32 || !timingSafeEqual(given, signature)) return null
      if (known === undefined) signatures.set(token, signature)
      return token
    },
    set: (token, { secure, keepSeconds }) => line(`${token}.${sign(token).toString('base64url')}`, secure, keepSeconds),
    clear: secure => line('', secure, 0),
  }
}

/** What the database keeps of a token: who reads it there cannot sign in with it. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')
