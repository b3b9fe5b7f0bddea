import { createHmac, timingSafeEqual } from 'node:crypto'

const STEP_MS = 30_000
const DIGITS = 6
/** Clocks of people's devices are up to a step apart from ours. */
const DRIFT_STEPS = 1
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** The code of a time step: RFC 6238 over RFC 4226, SHA-1, six digits, as every authenticator counts. */
export function codeOfStep(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const digest = createHmac('sha1', secret).update(counter).digest()
  const offset = (digest.at(-1) as number) & 0xf
  const number = (digest.readUInt32BE(offset) & 0x7fffffff) % 10 ** DIGITS
  return String(number).padStart(DIGITS, '0')
}

export const stepAt = (nowMs: number): number => Math.floor(nowMs / STEP_MS)

/** The time step a code belongs to, now or one to either side; null: it is none of theirs. */
export function stepOfCode(secret: Buffer, code: string, nowMs: number): number | null {
  const given = Buffer.from(code)
  if (given.length !== DIGITS) return null
  let found: number | null = null
  for (let step = stepAt(nowMs) - DRIFT_STEPS; step <= stepAt(nowMs) + DRIFT_STEPS; step++) {
    if (step >= 0 && timingSafeEqual(given, Buffer.from(codeOfStep(secret, step)))) found = step
  }
  return found
}

/** Base 32 (RFC 4648) without padding, as authenticators take it. */
export function base32(bytes: Buffer): string {
  const bits = [...bytes].map(byte => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map(five => ALPHABET[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

/** What the QR code says. */
export function totpUri(secret: Buffer, { issuer, username }: { issuer: string; username: string }): string {
  const label = [issuer, username].map(encodeURIComponent).join(':')
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=${encodeURIComponent(issuer)}&algorithm=SHA1&digits=${DIGITS}&period=${STEP_MS / 1000}`
}
