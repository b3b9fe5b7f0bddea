import { type IncomingMessage, type OutgoingHttpHeader, type OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { TrustedProxies } from '../access/client-address.ts'
import { type Exchange, noteAnswer } from './exchange.ts'
import { requestIdOf } from './request-id.ts'
import { SECURITY_HEADERS } from './security-headers.ts'

type Headers = OutgoingHttpHeaders | OutgoingHttpHeader[]

interface NoteOptions {
  trustedProxies: TrustedProxies
  /** Sent with every answer besides its own. */
  extraHeaders: Readonly<Record<string, string>>
  isStopping: () => boolean
}

const EXCHANGE = Symbol('exchange')

/** The exchange a noted answer belongs to. */
export const exchangeOf = (outgoing: object): Exchange => (outgoing as { [EXCHANGE]: Exchange })[EXCHANGE]

const startExchange = (incoming: IncomingMessage, trusted: TrustedProxies, hangUp: () => void): Exchange => ({
  hangUp,
  requestId: requestIdOf(incoming, trusted),
  remoteAddress: incoming.socket.remoteAddress,
  method: incoming.method ?? '',
  url: incoming.url ?? '',
  forwardedFor: incoming.headers['x-forwarded-for']?.toString() ?? null,
  startedMs: performance.now(),
})

/** As much of a body unread is read away; more is not waited for. */
const SMALL_BODY = 64 * 1024

/** Whether a request is answered before the whole of its large body is here: nothing else can follow on the connection. */
const isCutShort = ({ complete, headers }: IncomingMessage): boolean =>
  !complete && ('transfer-encoding' in headers || Number(headers['content-length'] ?? 0) > SMALL_BODY)

/**
 * The answers of a server, each of which names its request and is noted as it begins: the one place that every answer
 * comes through, whatever made it.
 */
export function notedResponse({ trustedProxies, extraHeaders, isStopping }: NoteOptions): typeof ServerResponse {
  class NotedResponse extends ServerResponse {
    readonly [EXCHANGE]: Exchange

    constructor(...given: ConstructorParameters<typeof ServerResponse>) {
      super(...given)
      this[EXCHANGE] = startExchange(given[0], trustedProxies, () => this.destroy())
    }

    override writeHead(status: number, reason?: string | Headers, given?: Headers): this {
      const headers = (typeof reason === 'string' ? given : reason) as OutgoingHttpHeaders | undefined
      const exchange = this[EXCHANGE]
      noteAnswer(exchange, status, trustedProxies)
      return super.writeHead(status, {
        // What an app sends carries them already; a failure below it does not.
        ...(headers && 'content-security-policy' in headers ? undefined : SECURITY_HEADERS),
        ...headers,
        ...extraHeaders,
        ...(isStopping() || isCutShort(this.req) ? { connection: 'close' } : undefined),
        'x-request-id': exchange.requestId,
      })
    }
  }
  return NotedResponse as typeof ServerResponse
}
