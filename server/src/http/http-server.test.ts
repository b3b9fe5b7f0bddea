import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parseTrustedProxies, type TrustedProxies } from '../access/client-address.ts'
import type { Connection } from '../access/request-env.ts'
import { ANONYMOUS } from '../access/viewer.ts'
import { createHttpServer, type HttpServerOptions } from './http-server.ts'
import { createLog, log, setLog } from './log.ts'
import { problem } from './problem.ts'

const LOOPBACK = parseTrustedProxies('127.0.0.1') as TrustedProxies
const silent = log()
let lines: string[] = []
beforeEach(() => {
  lines = []
  setLog(createLog('debug', { write: line => lines.push(line) }))
})
const stops: (() => Promise<unknown>)[] = []
afterEach(async () => {
  setLog(silent)
  for (const stop of stops.splice(0)) await stop()
})

type Answer = (request: Request, connection: Connection) => Response | Promise<Response>
const ok: Answer = () => Response.json({ ok: true })

async function serve(answer: Answer, options: HttpServerOptions = {}) {
  const server = createHttpServer(answer, options)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  stops.push(async () => {
    server.close()
    server.closeAllConnections()
  })
  /** Bytes as they are, and all that comes back. */
  async function say(bytes: string): Promise<string> {
    const socket = connect(port, '127.0.0.1')
    socket.write(bytes)
    return text(socket)
  }
  return { server, say, url: `http://127.0.0.1:${port}` }
}

const read = () => lines.map(line => JSON.parse(line) as Record<string, unknown>)
const line = (fields: object) => expect.objectContaining(fields)

describe('every answer names its request', () => {
  test('each by another name, the one in the log', async () => {
    const { url } = await serve(ok)
    const ids = [(await fetch(url)).headers.get('x-request-id'), (await fetch(url)).headers.get('x-request-id')]
    expect(new Set(ids).size).toBe(2)
    expect(ids).toEqual([expect.stringMatching(/^[\w-]{8,64}$/), expect.stringMatching(/^[\w-]{8,64}$/)])
    expect(read().map(({ requestId }) => requestId)).toEqual(ids)
  })

  test('the app hears it, too', async () => {
    const { url } = await serve((_, { requestId, remoteAddress }) => Response.json({ requestId, remoteAddress }))
    const answer = await fetch(url)
    const id = answer.headers.get('x-request-id')
    expect(await answer.json()).toEqual({ requestId: id, remoteAddress: '127.0.0.1' })
  })

  test.each([
    ['a trusted proxy', LOOPBACK, 'Given-by_proxy1', true],
    ['anybody else', undefined, 'Given-by_visitor', false],
    ['a trusted proxy that passes on nonsense', LOOPBACK, 'a b', false],
    ['a trusted proxy that passes on a book', LOOPBACK, 'x'.repeat(65), false],
  ])('one given by %s counts or does not', async (_, trustedProxies, given, counts) => {
    const { url } = await serve(ok, trustedProxies ? { trustedProxies } : {})
    const answer = await fetch(url, { headers: { 'x-request-id': given } })
    expect(answer.headers.get('x-request-id') === given).toBe(counts)
  })
})

describe('strict headers and a name stand on', () => {
  const strict = /content-security-policy: default-src 'self'[\s\S]*x-content-type-options: nosniff/i
  const named = /x-request-id: [\w-]+/i
  test.each([
    ['an answer', ok, 'GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', 200],
    ['a refusal', () => problem({ code: 'forbidden', detail: '' }), 'GET / HTTP/1.0\r\nHost: a\r\n\r\n', 403],
    ['what throws', () => Promise.reject(new Error('x')), 'GET / HTTP/1.0\r\nHost: a\r\n\r\n', 500],
    ['a malformed address', ok, 'GET http://[ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', 400],
    ['a missing host', ok, 'GET / HTTP/1.0\r\n\r\n', 400],
    ['an unknown expectation', ok, 'GET / HTTP/1.1\r\nHost: a\r\nExpect: x\r\nConnection: close\r\n\r\n', 417],
    ['a request that is none', ok, 'HELLO\r\n\r\n', 400],
    ['a header with a line break', ok, 'GET / HTTP/1.1\r\nHost: a\r\nUser-Agent: a\rb\r\n\r\n', 400],
    ['headers without end', ok, `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}`, 400],
  ] as [string, Answer, string, number][])('%s', async (_, answer, bytes, status) => {
    const { say } = await serve(answer)
    const said = await say(bytes)
    expect(said).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
    expect(said).toMatch(strict)
    expect(said).toMatch(named)
    expect(read()).toContainEqual(line({ status, requestId: /x-request-id: ([\w-]+)/i.exec(said)?.[1] }))
  })
})

describe('the log', () => {
  test('has a line for what changes something and for what is refused; reads are for debugging', async () => {
    const { url } = await serve(request => new Response(null, { status: request.url.endsWith('/x') ? 404 : 200 }))
    for (const [path, method] of [
      ['/', 'GET'],
      ['/', 'POST'],
      ['/x', 'GET'],
    ])
      await fetch(url + path, { method })
    expect(read().map(({ level, method, path, status }) => `${level} ${method} ${path} ${status}`)).toEqual([
      'debug GET / 200',
      'info POST / 200',
      'warn GET /x 404',
    ])
  })

  test('says who asked and for what, where the gate found out', async () => {
    const { url } = await serve((_, connection) => {
      const viewer = { ...ANONYMOUS, accountId: 'a1' }
      connection.env = { viewer, address: '203.0.113.9', requestId: '', origin: '', operation: 'signOut' }
      return ok(_, connection)
    })
    await fetch(url, { method: 'POST' })
    expect(read()).toEqual([
      line({ operation: 'signOut', address: '203.0.113.9', accountId: 'a1', ms: expect.any(Number), msg: 'answered' }),
    ])
  })

  test('believes a forwarded address from a trusted proxy alone', async () => {
    const forged = { method: 'POST', headers: { 'x-forwarded-for': '198.51.100.7' } }
    await fetch((await serve(ok)).url, forged)
    await fetch((await serve(ok, { trustedProxies: LOOPBACK })).url, forged)
    expect(read().map(({ address }) => address)).toEqual(['127.0.0.1', '198.51.100.7'])
  })

  test('never holds the query, a body, a cookie or a telephone number', async () => {
    const { url } = await serve(async request => new Response(await request.text(), { status: 409 }))
    await fetch(`${url}/c/13800138000?wall=s3cret`, {
      method: 'POST',
      body: 's3cret',
      headers: { cookie: 'session=s3cret', authorization: 'Bearer s3cret', 'user-agent': 's3cret' },
    })
    expect(read()).toEqual([line({ path: '/c/***', status: 409 })])
    expect(lines.join()).not.toMatch(/s3cret|13800138000/)
  })

  test.each([
    ['a path of line breaks', 'GET /%0d%0a{"level":"error"} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'],
    ['a bare line break in the path', 'GET /a\rb HTTP/1.1\r\nHost: a\r\n\r\n'],
    ['a bare line feed in the path', 'GET /a\nb: c HTTP/1.1\r\nHost: a\r\n\r\n'],
    ['a NUL in a header', 'POST / HTTP/1.1\r\nHost: a\r\nX-Request-Id: a\0b\r\n\r\n'],
    [
      'a folded header',
      'POST / HTTP/1.1\r\nHost: a\r\nUser-Agent: a\r\n {"level":"error"}\r\nConnection: close\r\n\r\n',
    ],
    ['letters beyond ASCII', 'POST /\u0085\u2028 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'],
    ['a forged chain', 'POST / HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: \x1b[2J\r\nConnection: close\r\n\r\n'],
  ])('keeps to one line for %s', async (_, bytes) => {
    const { say } = await serve(ok, { trustedProxies: LOOPBACK })
    await say(bytes)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/^\{[^\p{Cc}\u2028\u2029]*\}\n$/u)
    expect(read()).toEqual([line({ level: expect.stringMatching(/^(debug|info|warn)$/) })])
  })

  test('an unforeseen error is there with its stack, and its answer says nothing of it', async () => {
    const { url } = await serve(() => Promise.reject(new Error('what happened', { cause: { password: 's3cret' } })))
    const answer = await fetch(url)
    expect(await answer.text()).not.toContain('what happened')
    const stack = expect.stringContaining('http-server.test.ts')
    expect(read()).toContainEqual(
      line({ level: 'error', err: line({ message: 'what happened', stack, cause: { password: '***' } }) }),
    )
  })
})

describe('who comes by https is told to stay there', () => {
  test.each([
    [true, 'max-age=31536000'],
    [false, null],
  ])('secure: %s', async (secure, header) => {
    const { url } = await serve(ok, { secure })
    expect((await fetch(url)).headers.get('strict-transport-security')).toBe(header)
  })
})

test('a server that stops ends its open answers and keeps no connection', async () => {
  const { server, url } = await serve(async () => {
    await wait(100)
    return Response.json({ ended: true })
  })
  const asked = fetch(url)
  await once(server, 'request')
  const closed = once(server.close(), 'close')
  const answer = await asked
  expect(await answer.json()).toEqual({ ended: true })
  expect(answer.headers.get('connection')).toBe('close')
  await closed
})
