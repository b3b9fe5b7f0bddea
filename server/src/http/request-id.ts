import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { normalAddress, type TrustedProxies } from '../access/client-address.ts'

const GIVEN = /^[\w-]{1,64}$/
/** Tells this run of the process from every other. */
const RUN = randomBytes(6).toString('base64url')
let last = 0

export const newRequestId = (): string => `${RUN}-${(++last).toString(36)}`

/** The name a trusted proxy already gave a request, else a new one. */
export function requestIdOf(incoming: IncomingMessage, trusted: TrustedProxies): string {
  const given = incoming.headers['x-request-id']
  if (typeof given !== 'string' || !GIVEN.test(given)) return newRequestId()
  const peer = normalAddress(incoming.socket.remoteAddress ?? '')
  return peer !== null && trusted.includes(peer) ? given : newRequestId()
}
