import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { report } from '../../test/factories/records.ts'
import { createLiveApp } from '../../test/factories/store.ts'

let live: Awaited<ReturnType<typeof createLiveApp>>
beforeAll(async () => {
  live = await createLiveApp([report('sited', '2018-03-05'), report('started', '2018-05-20')])
})
afterAll(() => live.close())

const ask = (path: string, init?: RequestInit) => live.app.request(path, init)
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer())
const LIST = '/api/centres'
const SIGN_IN = '/api/auth/sign-in/username'
const post = (body: string, type = 'application/json') => ({
  method: 'POST',
  body,
  headers: { 'content-type': type, origin: 'http://localhost' },
})

describe('every answer carries the strict headers', () => {
  test.each([
    ['data', '/api/plan', {}, 200],
    ['a list', LIST, {}, 200],
    ['a file', '/api/centres.csv', {}, 200],
    ['the map', '/api/map/counties.geojson', {}, 200],
    ['the documentation', '/api/docs', {}, 200],
    ['health', '/healthz', {}, 200],
    ['readiness', '/readyz', {}, 200],
    ['metrics', '/metrics', {}, 200],
    ['an unknown parameter of the documentation', '/api/openapi.json?x=1', {}, 400],
    ['a malformed parameter', '/api/centres?limit=0', {}, 400],
    ['an unknown address', '/api/nowhere', {}, 404],
    ['a method an address does not take', '/api/centres', { method: 'POST' }, 405],
    [
      'a change asked for from elsewhere',
      '/api/centres',
      { method: 'POST', headers: { origin: 'http://evil.example' } },
      403,
    ],
    ['nobody signed in', '/api/plan', { headers: { cookie: 'session=none' } }, 401],
    ['a right that is missing', '/api/audit', {}, 403],
    ['another host', 'http://elsewhere.example/api/plan', {}, 421],
    ['a wall screen’s link', '/?wall=unknown', {}, 303],
    ['a body that is no JSON', SIGN_IN, post('{'), 400],
    ['a body of another kind', SIGN_IN, post('a', 'application/xml'), 415],
    ['a body beyond measure', SIGN_IN, post(`"${'x'.repeat(1_100_000)}"`), 413],
    ['a link that is used up', '/api/auth/set-up-link', post(JSON.stringify({ token: 'x'.repeat(43) })), 422],
  ])('%s', async (_, path, init, status) => {
    const response = await ask(path, init)
    expect(response.status).toBe(status)
    expectStrict(response)
  })

  test('a sign-in that failed, and one tried too often', async () => {
    const wrong = post(JSON.stringify({ username: 'nobody', password: 'wrong-wrong-wrong' }))
    const statuses = new Set<number>()
    for (let tries = 0; tries < 6; tries++) {
      const response = await ask(SIGN_IN, wrong)
      statuses.add(response.status)
      expectStrict(response)
    }
    expect([...statuses]).toEqual([401, 429])
  })

  test('every operation of the document, whoever asks for it', async () => {
    const { paths } = (await (await ask('/api/openapi.json')).json()) as { paths: Record<string, object> }
    const own = await createLiveApp()
    const askers = [own.whole, own.app, await own.as({ principal: 'systemAdmin' })]
    const asked = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map(method => ({
        path: path.replace(/\{\w+\}/g, 'LL2018-001'),
        method: method.toUpperCase(),
      })),
    )
    expect(asked.length).toBeGreaterThan(40)
    // Whoever signs out asks no more.
    asked.sort((a, b) => Number(a.path.endsWith('sign-out')) - Number(b.path.endsWith('sign-out')))
    for (const { path, method } of asked) {
      for (const asker of askers) {
        const response = await asker.request(path, method === 'GET' ? {} : { ...post('{}'), method })
        expectStrict(response)
        expect(response.headers.get('cache-control'), `${method} ${path}`).toMatch(/no-store|no-cache|private/)
      }
    }
    await own.close()
  })

  function expectStrict(response: Response) {
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('referrer-policy')).toBe('no-referrer')
    expect(response.headers.get('permissions-policy')).toContain('camera=(), display-capture=(), geolocation=(self)')
    expect(response.headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(response.headers.get('cross-origin-resource-policy')).toBe('same-origin')
  }

  test('a 304', async () => {
    const etag = (await ask(LIST)).headers.get('etag') ?? ''
    const response = await ask(LIST, { headers: { 'if-none-match': etag } })
    expect(response.status).toBe(304)
    expect(response.headers.get('content-security-policy')).toContain("object-src 'none'")
    expect(response.headers.get('etag')).toBe(etag)
  })
})

describe('what the client already holds is not sent again', () => {
  test('an unchanged list answers 304 without a body', async () => {
    const first = await ask(LIST)
    const again = await ask(LIST, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } })
    expect([first.status, again.status]).toEqual([200, 304])
    expect(await again.text()).toBe('')
  })

  test.each([
    ['among others', (etag: string) => `"old", ${etag}`],
    ['weakened on the way', (etag: string) => `W/${etag}`],
    ['by a star', () => '*'],
  ])('a tag is known %s', async (_, header) => {
    const etag = (await ask(LIST)).headers.get('etag') ?? ''
    expect((await ask(LIST, { headers: { 'if-none-match': header(etag) } })).status).toBe(304)
  })

  test('another tag gets the bytes', async () => {
    expect((await ask(LIST, { headers: { 'if-none-match': '"other"' } })).status).toBe(200)
  })

  test('a new entry changes list, summary and tags', async () => {
    const own = await createLiveApp([report('sited', '2018-03-05')])
    const before = await own.app.request('/api/summary')
    await own.append([report('approved', '2018-07-30')])
    const after = await own.app.request('/api/summary', {
      headers: { 'if-none-match': before.headers.get('etag') ?? '' },
    })
    expect(after.status).toBe(200)
    expect(await after.json()).toMatchObject({ byStage: { approved: 1, sited: 0 } })
    await own.close()
  })
})

describe('answers travel compressed', () => {
  test.each([
    ['br', 'gzip, deflate, br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['gzip', 'br;q=0, gzip;q=0.5', gunzipSync],
  ] as const)('%s for %s', async (encoding, header, decompress) => {
    const plain = await bytesOf(await ask(LIST))
    for (const turn of ['first', 'again']) {
      const response = await ask(LIST, { headers: { 'accept-encoding': header } })
      expect(response.headers.get('content-encoding'), turn).toBe(encoding)
      expect(response.headers.get('vary')).toBe('Accept-Encoding, Cookie')
      expect(decompress(await bytesOf(response)).equals(plain)).toBe(true)
    }
  })

  test('each encoding has a tag of its own', async () => {
    const encodings = ['identity', 'gzip', 'br']
    const answers = await Promise.all(encodings.map(name => ask(LIST, { headers: { 'accept-encoding': name } })))
    expect(new Set(answers.map(answer => answer.headers.get('etag'))).size).toBe(3)
  })

  test('a small answer stays as it is', async () => {
    const response = await ask('/api/villages?q=zzzzzz', { headers: { 'accept-encoding': 'br' } })
    expect(response.headers.get('content-encoding')).toBeNull()
  })
})

describe('the same moment gives the same bytes, whatever is entered later', () => {
  const moment = 'asOf=2018-06-30&knownAt=2018-07-01T00:00:00.000Z'
  test.each([
    `/api/centres?${moment}`,
    `/api/centres/LL2018-034?${moment}`,
    `/api/summary?${moment}&basis=verified`,
    `/api/changes?from=2018-05-01&to=2018-06-30&knownAt=2018-07-01T00:00:00.000Z`,
    `/api/progress-curve?${moment}`,
    `/api/centres.csv?${moment}`,
    `/api/centres.xlsx?${moment}`,
  ])('%s', async path => {
    const own = await createLiveApp([report('sited', '2018-03-05')])
    const before = await own.app.request(path)
    await own.append([report('approved', '2018-05-30', { recordedAt: '2018-07-20T00:00:00.000Z' })])
    const after = await own.app.request(path)
    expect(after.headers.get('etag')).toBe(before.headers.get('etag'))
    expect((await bytesOf(after)).equals(await bytesOf(before))).toBe(true)
    await own.close()
  })
})

describe('refusals are problems with a code and pointers', () => {
  test.each([
    ['/api/centres?colour=red', 400, 'unknownParameter', '/query/colour'],
    ['/api/plan?asOf=2018-05-01', 400, 'unknownParameter', '/query/asOf'],
    ['/api/centres?limit=501', 400, 'invalidParameter', '/query/limit'],
    ['/api/centres?light=purple', 400, 'invalidParameter', '/query/light/0'],
    ['/api/centres?asOf=2018-02-30', 400, 'invalidParameter', '/query/asOf'],
    ['/api/centres?asOf=2018-05-01&asOf=2018-05-02', 400, 'invalidParameter', '/query/asOf'],
    ['/api/centres?bbox=1,2,3', 400, 'invalidParameter', '/query/bbox'],
    ['/api/centres?bbox=111,37,110,38', 400, 'invalidParameter', '/query/bbox'],
    ['/api/centres?bbox=110,,111,38', 400, 'invalidParameter', '/query/bbox'],
    ['/api/centres?cursor=nonsense', 400, 'invalidParameter', '/query/cursor'],
    ['/api/summary?asOf=2018-08-01', 400, 'asOfInFuture', '/query/asOf'],
    ['/api/summary?knownAt=2018-08-01T00:00:00Z', 400, 'knownAtInFuture', '/query/knownAt'],
    ['/api/changes?from=2018-07-02&to=2018-07-01', 400, 'invalidParameter', '/query/from'],
    ['/api/changes?from=2018-07-02', 400, 'invalidParameter', '/query/to'],
  ])('%s', async (path, status, code, pointer) => {
    const response = await ask(path)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(await response.json()).toMatchObject({ status, code, errors: [{ pointer }] })
    expect(response.status).toBe(status)
  })

  test('a centre the plan does not have is 404', async () => {
    const response = await ask('/api/centres/LL2018-999')
    expect(await response.json()).toMatchObject({ status: 404, code: 'centreUnknown' })
  })

  test.each(['POST', 'PUT', 'PATCH', 'DELETE'])('%s is 405 and names what is allowed', async method => {
    const response = await ask('/api/centres', { method })
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('GET, HEAD')
  })

  test('a refusal is not kept', async () => {
    expect((await ask('/api/nowhere')).headers.get('cache-control')).toBe('no-store')
  })
})

test('HEAD answers the headers of GET without its body', async () => {
  const [get, head] = [await ask(LIST), await ask(LIST, { method: 'HEAD' })]
  expect(head.headers.get('etag')).toBe(get.headers.get('etag'))
  expect(await head.text()).toBe('')
})

test('the default day of a live database moves on at midnight in Shanghai', async () => {
  const own = await createLiveApp([report('sited', '2018-03-05')], Date.UTC(2018, 6, 31, 15, 59))
  const dayOf = async () => ((await (await own.app.request('/api/summary')).json()) as { asOf: string }).asOf
  expect(await dayOf()).toBe('2018-07-31')
  own.clock.at = Date.UTC(2018, 6, 31, 16, 0)
  expect(await dayOf()).toBe('2018-08-01')
  await own.close()
})

test('after the plan year the default stays on its last day and later days can still be asked for', async () => {
  const own = await createLiveApp([report('sited', '2018-03-05')], Date.UTC(2020, 0, 15))
  expect(await own.get('/api/plan')).toMatchObject({ today: '2018-12-31', latestDay: '2020-01-15' })
  expect(await own.get('/api/summary?asOf=2020-01-15')).toMatchObject({ asOf: '2020-01-15' })
  await own.close()
})
