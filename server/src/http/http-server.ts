import { createServer, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { getRequestListener } from '@hono/node-server'
import { NO_PROXIES, normalAddress, type TrustedProxies } from '../access/client-address.ts'
import type { Connection } from '../access/request-env.ts'
import { count } from './counters.ts'
import { log } from './log.ts'
import { exchangeOf, notedResponse } from './noted-response.ts'
import { problem, problemOf } from './problem.ts'
import { newRequestId } from './request-id.ts'
import { SECURITY_HEADERS } from './security-headers.ts'
import type { TlsPems } from './tls.ts'

const YEAR_SECONDS = 365 * 24 * 3600
const STRICT_TRANSPORT = { 'strict-transport-security': `max-age=${YEAR_SECONDS}` }

const refuseMalformed = (error: unknown): Response =>
  error instanceof Error && error.name === 'RequestError'
    ? problem({ code: 'malformedRequest', detail: '请求地址有误。 / The address asked for is malformed.' })
    : problemOf(error)

/** What the HTTP parser could not even read is answered, named and noted like the rest. */
function refuseUnreadable(error: NodeJS.ErrnoException, socket: Duplex, extraHeaders: Record<string, string>): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const requestId = newRequestId()
  const address = normalAddress((socket as Socket).remoteAddress ?? '')
  count('requests', '4xx')
  log().warn({ requestId, status: 400, address, reason: error.code }, 'unreadable')
  const headers = { ...SECURITY_HEADERS, ...extraHeaders, 'x-request-id': requestId }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  socket.end(['HTTP/1.1 400 Bad Request', ...lines, 'connection: close', 'content-length: 0', '\r\n'].join('\r\n'))
}

type Fetch = (request: Request, connection: Connection) => Response | Promise<Response>

export interface HttpServerOptions {
  trustedProxies?: TrustedProxies
  /** PEM texts; undefined: plain HTTP. */
  tls?: TlsPems | undefined
  /** Visitors come by https, whoever speaks it for us. */
  secure?: boolean
}

/** An app behind Node's own server, not yet listening. */
export function createHttpServer(fetch: Fetch, options: HttpServerOptions = {}): Server {
  const { trustedProxies = NO_PROXIES, tls, secure = tls !== undefined } = options
  const extraHeaders: Record<string, string> = secure ? STRICT_TRANSPORT : {}
  const isStopping = (): boolean => !server.listening
  const about = { ServerResponse: notedResponse({ trustedProxies, extraHeaders, isStopping }) }
  const answer = getRequestListener((request, { outgoing }) => fetch(request, exchangeOf(outgoing)), {
    errorHandler: refuseMalformed,
  })
  const server: Server = tls ? createTlsServer({ ...about, ...tls }, answer) : createServer(about, answer)
  server.on('clientError', (error, socket) => refuseUnreadable(error, socket, extraHeaders))
  return server
}
