import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { createFolder } from '../../../test/factories/store.ts'
import { meOf } from '../access/me.ts'
import { ANONYMOUS, type Viewer } from '../access/viewer.ts'
import { clientRoutes } from './client.routes.ts'

const PAGE = `<!doctype html><html lang="zh-CN"><head><meta name="csp-nonce" content="__CSP_NONCE__"></head>
<body><div id="root"><!--app-html--></div><!--initial-data--><script type="module" src="/assets/main-1a2b.js"></script></body></html>`

async function createClient(data: object = { plan: { target: 90 } }, shell = 'export const renderShell = () => ""') {
  const { folder, remove } = await createFolder()
  onTestFinished(remove)
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), PAGE)
  writeFileSync(join(folder, 'assets/main-1a2b.js'), 'console.log(1)'.repeat(200))
  writeFileSync(join(folder, 'assets/main-1a2b.js.br'), brotliCompressSync('ready beforehand'))
  writeFileSync(join(folder, 'colour-scheme.js'), 'void 0')
  mkdirSync(join(folder, '.vite'))
  writeFileSync(join(folder, '.vite/manifest.json'), '{}')
  const renderer = join(folder, 'entry-server.mjs')
  writeFileSync(renderer, shell)
  const routes = clientRoutes(
    {
      epoch: () => '1',
      plan: () => ({ target: 90 }),
      board: () => data,
      meOf: ({ viewer }) => meOf(viewer),
      lastEvent: () => 7,
      signInOptions: () => SIGN_IN,
      exchangeWallToken: token => (token === 'right' ? 'wall=right' : null),
    },
    { folder, renderer },
  )
  return {
    request: (path: string, init: RequestInit = {}, viewer: Viewer = LEADER) =>
      routes.request(path, init, { viewer, address: '127.0.0.1', requestId: '', origin: 'http://localhost' }),
  }
}

const LEADER: Viewer = { ...ANONYMOUS, principal: 'leader', role: 'leader', accountId: 'a', sessionId: 's' }
const AUDITOR: Viewer = { ...LEADER, principal: 'auditor', role: 'auditor' }
const SIGN_IN = { title: { zh: '计划', en: 'Plan' }, demonstration: false, oneClick: false, counties: [] }

const initialDataOf = (html: string) => {
  const [, json] = /<script type="application\/json" id="initial-data">(.*?)<\/script>/s.exec(html) ?? []
  return JSON.parse(json ?? '')
}

test('a page names one nonce in its policy and its markup, another each time', async () => {
  const client = await createClient()
  const nonces = []
  for (let i = 0; i < 2; i++) {
    const response = await client.request('/')
    const [, nonce] =
      /style-src 'self' 'nonce-([^']+)'/.exec(response.headers.get('content-security-policy') ?? '') ?? []
    expect(await response.text()).toContain(`<meta name="csp-nonce" content="${nonce}">`)
    expect(response.headers.get('cache-control')).toBe('no-store')
    nonces.push(nonce)
  }
  expect(nonces[0]).not.toBe(nonces[1])
})

test('the board brings its numbers along, written so that they cannot end their script', async () => {
  const client = await createClient({ note: '</script><script>alert(1)</script>' })
  const html = await (await client.request('/')).text()
  expect(initialDataOf(html)).toEqual({
    note: '</script><script>alert(1)</script>',
    lang: 'zh-CN',
    lastEvent: 7,
    me: meOf(LEADER),
    signIn: null,
  })
  expect(html.match(/<script/g)).toHaveLength(2)
})

test('what the client rendered beforehand stands in its place', async () => {
  const shell = 'export const renderShell = ({ plan, lang }) => "<h1>" + [lang, plan.target].join(" ") + "</h1>"'
  const html = await (await (await createClient(undefined, shell)).request('/')).text()
  expect(html).toContain('<div id="root"><h1>zh-CN 90</h1></div>')
})

test('the board asked for in English is rendered in English', async () => {
  const shell = 'export const renderShell = ({ lang }) => "<h1>" + lang + "</h1>"'
  const html = await (await (await createClient(undefined, shell)).request('/?lang=en')).text()
  expect(html).toContain('<div id="root"><h1>en</h1></div>')
  expect(html).toContain('<html lang="en">')
})

test.each(['/centres', '/centres/LL2018-001', '/?asOf=2018-05-01'])(
  '%s is the same page without numbers',
  async path => {
    const html = await (await (await createClient()).request(path)).text()
    expect(html).toContain('<div id="root"></div>')
    expect(initialDataOf(html)).toEqual({
      plan: { target: 90 },
      lang: 'zh-CN',
      lastEvent: 7,
      me: meOf(LEADER),
      signIn: null,
    })
  },
)

test('whoever may not read the board gets its page without numbers', async () => {
  const html = await (await (await createClient()).request('/', {}, AUDITOR)).text()
  expect(initialDataOf(html)).toEqual({
    plan: { target: 90 },
    lang: 'zh-CN',
    lastEvent: 7,
    me: meOf(AUDITOR),
    signIn: null,
  })
})

test('nobody signed in gets what the sign-in page offers, and nothing else', async () => {
  const html = await (await (await createClient()).request('/?lang=en', {}, ANONYMOUS)).text()
  expect(html).toContain('<div id="root"></div>')
  expect(initialDataOf(html)).toEqual({ lang: 'en', me: null, signIn: SIGN_IN })
})

test("a wall screen's link is exchanged for a cookie and leaves the address", async () => {
  const client = await createClient()
  const [right, wrong] = [await client.request('/?wall=right'), await client.request('/?wall=wrong')]
  expect([right.status, right.headers.get('location'), right.headers.get('set-cookie')]).toEqual([
    303,
    '/?wall',
    'wall=right',
  ])
  expect([wrong.status, wrong.headers.get('location'), wrong.headers.get('set-cookie')]).toEqual([303, '/', null])
})

test('hashed files never change; others are asked for again', async () => {
  const client = await createClient()
  const hashed = await client.request('/assets/main-1a2b.js')
  expect(hashed.headers.get('cache-control')).toContain('immutable')
  expect(hashed.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  const other = await client.request('/colour-scheme.js')
  expect(other.headers.get('cache-control')).toBe('no-cache')
  const again = await client.request('/colour-scheme.js', {
    headers: { 'if-none-match': other.headers.get('etag') ?? '' },
  })
  expect(again.status).toBe(304)
})

test('a file compressed at build time is sent as it is', async () => {
  const response = await (await createClient()).request('/assets/main-1a2b.js', {
    headers: { 'accept-encoding': 'br' },
  })
  expect(response.headers.get('content-encoding')).toBe('br')
  expect(Buffer.from(await response.arrayBuffer())).toEqual(brotliCompressSync('ready beforehand'))
})

test.each(['/assets/gone-9z.js', '/api/nowhere', '/../index.html', '/index.html.br', '/.vite/manifest.json'])(
  '%s is not found',
  async path => {
    expect((await (await createClient()).request(path)).status).toBe(404)
  },
)
