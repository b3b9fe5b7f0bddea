import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { problem, problemOf } from './problem.ts'
import { SECURITY_HEADERS } from './security-headers.ts'

/** What the HTTP parser could not even read is answered under the same strict headers. */
const UNREADABLE = [
  'HTTP/1.1 400 Bad Request',
  ...Object.entries(SECURITY_HEADERS).map(([name, value]) => `${name}: ${value}`),
  'connection: close',
  'content-length: 0',
  '\r\n',
].join('\r\n')

const refuseMalformed = (error: unknown): Response =>
  error instanceof Error && error.name === 'RequestError'
    ? problem({ code: 'malformedRequest', detail: '请求地址有误。 / The address asked for is malformed.' })
    : problemOf(error)

type Fetch = (request: Request) => Response | Promise<Response>

/** An app behind Node's own server, not yet listening. */
export function createHttpServer(fetch: Fetch): Server {
  const server = createServer(getRequestListener(fetch, { errorHandler: refuseMalformed }))
  server.on('clientError', (_, socket) => socket.end(UNREADABLE))
  return server
}
