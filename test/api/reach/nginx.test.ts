import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import https from 'node:https'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BuiltServer, freePort, startBuiltServer } from '../../e2e/support/built-server.ts'
import { createFolder } from '../../factories/store.ts'
import { type Answered, type Asked, ask } from './ask.ts'
import { type Certificate, makeCertificate, NAME } from './certificate.ts'
import { startNginx } from './start-nginx.ts'

/** Another address of this machine than the proxy's own: the visitor's. */
const VISITOR = '127.0.0.2'
const FORGED = '203.0.113.66'

let folder: Awaited<ReturnType<typeof createFolder>>
let certificate: Certificate
let board: BuiltServer
let stopNginx: () => Promise<void>
let ports: { http: number; https: number; board: number }
beforeAll(async () => {
  folder = await createFolder()
  certificate = makeCertificate(folder.folder)
  ports = { http: await freePort(), https: await freePort(), board: await freePort() }
  board = await startBuiltServer(join(folder.folder, 'data'), {
    PORT: `${ports.board}`,
    PUBLIC_URL: `https://${NAME}:${ports.https}`,
    TRUSTED_PROXIES: '127.0.0.1',
    DEMO_LAN: '1',
    LOG_LEVEL: 'debug',
  })
  stopNginx = await startNginx({ folder: join(folder.folder, 'nginx'), certificate, ...ports })
}, 60_000)
afterAll(async () => {
  await stopNginx()
  await board.stop()
  await folder.remove()
})

const origin = () => `https://${NAME}:${ports.https}`

/** As a browser elsewhere asks the proxy. */
const visit = (path: string, more: Partial<Asked> = {}): Promise<Answered> =>
  ask({
    port: ports.https,
    path,
    host: `${NAME}:${ports.https}`,
    tls: { name: NAME, ca: certificate.ca },
    from: VISITOR,
    ...more,
  })

async function signIn(role: string, headers: Record<string, string> = {}) {
  const sent = { origin: origin(), ...headers }
  const answer = await visit('/api/auth/demonstration', { method: 'POST', body: { role }, headers: sent })
  expect(answer.status, answer.body).toBe(200)
  const [cookie = ''] = answer.headers['set-cookie'] ?? []
  return { answer, cookie, session: cookie.split(';')[0] ?? '' }
}

/** States a note of a centre, as its county does. */
async function writeNote(): Promise<void> {
  const role = { role: 'county', county: '141124' }
  const signedIn = await visit('/api/auth/demonstration', { method: 'POST', body: role, headers: { origin: origin() } })
  const cookie = signedIn.headers['set-cookie']?.[0]?.split(';')[0] ?? ''
  const { items } = JSON.parse((await visit('/api/counties/141124', { headers: { cookie } })).body)
  const [{ code, version }] = items
  const answer = await visit(`/api/centres/${code}`, {
    method: 'PATCH',
    headers: { origin: origin(), cookie, 'if-match': `"${version}"` },
    body: { id: randomUUID(), facts: { note: '路已通' } },
  })
  expect(answer.status, answer.body).toBe(201)
}

/** The board's own line of an answer; lines are written a few times a second. */
const lineOf = ({ headers }: Answered) => {
  const id = headers['x-request-id'] as string
  const find = () =>
    board
      .output()
      .split('\n')
      .find(each => each.includes(`"requestId":"${id}"`))
  return expect.poll(() => JSON.parse(find() ?? 'null') as { address: string; path: string } | null, { timeout: 5000 })
}

describe('through the documented proxy', () => {
  test('the board answers by https, named, under strict headers', async () => {
    const page = await visit('/')
    expect(page.status).toBe(200)
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(page.headers['strict-transport-security']).toBe('max-age=31536000')
    expect(page.headers['content-security-policy']).toContain("default-src 'self'")
    expect(page.headers['x-request-id']).toMatch(/^[0-9a-f]{32}$/)
  })

  test('whoever comes by http is sent to https, the whole address kept', async () => {
    const answer = await visit('/centres?light=red', { port: ports.http, tls: undefined, host: NAME })
    expect(answer.status).toBe(308)
    expect(answer.headers.location).toBe(`https://${NAME}/centres?light=red`)
  })

  test('another name gets no answer', async () => {
    await expect(visit('/', { tls: { name: 'elsewhere.example', ca: certificate.ca } })).rejects.toThrow(/alert|SSL/i)
  })

  test('a name smuggled past the handshake is not served', async () => {
    expect((await visit('/healthz', { host: 'elsewhere.example' })).status).not.toBe(200)
  })

  test('the visitor’s address and the request’s name reach the log', async () => {
    const answer = await visit('/api/plan')
    expect(answer.status).toBe(401)
    await lineOf(answer).toMatchObject({ address: VISITOR, path: '/api/plan' })
  })

  test('what a visitor claims of its address or its request counts for nothing', async () => {
    const claims = {
      'x-forwarded-for': `${FORGED}, 127.0.0.1`,
      forwarded: `for=${FORGED}`,
      'x-real-ip': FORGED,
      'x-request-id': 'forged',
    }
    const answer = await visit('/api/plan', { headers: claims })
    expect(answer.headers['x-request-id']).not.toBe('forged')
    await lineOf(answer).toMatchObject({ address: VISITOR })
    expect(board.output()).not.toContain(FORGED)
  })

  test('a claim sent past the proxy counts for nothing, either', async () => {
    const headers = { 'x-forwarded-for': FORGED, 'x-request-id': 'forged' }
    const answer = await visit('/api/plan', { port: ports.board, tls: undefined, host: 'localhost', headers })
    await lineOf(answer).toMatchObject({ address: VISITOR })
  })

  test('a session’s cookie is bound to this host and to https, and the audit names the visitor', async () => {
    const { cookie, session } = await signIn('auditor', { 'x-forwarded-for': FORGED })
    expect(cookie).toMatch(/^__Host-session=/)
    for (const attribute of ['Secure', 'HttpOnly', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(`; ${attribute}`)
    const audit = await visit('/api/audit', { headers: { cookie: session } })
    expect(audit.status, audit.body).toBe(200)
    expect(audit.body).toContain(`"address":"${VISITOR}"`)
    expect(audit.body).not.toContain(FORGED)
  })

  test('a page elsewhere changes nothing', async () => {
    const headers = { origin: 'https://elsewhere.example' }
    const answer = await visit('/api/auth/demonstration', { method: 'POST', body: { role: 'leader' }, headers })
    expect(answer.status).toBe(403)
  })

  test('the metrics stay closed', async () => {
    expect((await visit('/metrics')).status).toBe(403)
    expect((await visit('/metrics', { from: '127.0.0.1' })).status).toBe(403)
  })

  test('what is too large ends at the proxy', async () => {
    const headers = { origin: origin(), 'content-length': 26 * 1024 * 1024 }
    expect((await visit('/api/auth/demonstration', { method: 'POST', headers })).status).toBe(413)
  })

  test('events come as they happen, and end with the session', async () => {
    const { session } = await signIn('cityOffice')
    const stream = https.get({
      host: '127.0.0.1',
      port: ports.https,
      path: '/api/events',
      servername: NAME,
      ca: certificate.ca,
      headers: { host: `${NAME}:${ports.https}`, cookie: session },
    })
    const [response] = (await once(stream, 'response')) as [IncomingMessage]
    const next = () => once(response, 'data').then(([chunk]) => String(chunk))
    expect(await next()).toContain('event: hello')
    const told = next()
    const started = performance.now()
    await writeNote()
    expect(await told).toMatch(/^id: \d+\ndata: .*"kind":"facts"/)
    expect(performance.now() - started).toBeLessThan(1000)
    const ended = once(response.resume(), 'end')
    await visit('/api/auth/sign-out', { method: 'POST', headers: { origin: origin(), cookie: session } })
    await ended
  })

  test('neither log holds the query, which may be a wall screen’s token', async () => {
    await visit('/?wall=a-token-of-the-wall')
    await stopNginx()
    const logs = board.output() + readFileSync(join(folder.folder, 'nginx/access.log'), 'utf8')
    expect(logs).toContain(VISITOR)
    expect(logs).not.toContain('a-token-of-the-wall')
  })
})
