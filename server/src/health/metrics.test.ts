import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { report } from '../../../test/factories/records.ts'
import { createLiveApp, type LiveApp } from '../../../test/factories/store.ts'
import { parseTrustedProxies, type TrustedProxies } from '../access/client-address.ts'

const TOKEN = 'a-token-of-the-metrics'
let live: LiveApp
beforeAll(async () => {
  const trustedProxies = parseTrustedProxies('127.0.0.1') as TrustedProxies
  const records = [report('sited', '2018-03-05'), report('started', '2018-05-20')]
  live = await createLiveApp(records, undefined, { metricsToken: TOKEN, trustedProxies })
})
afterAll(() => live.close())

type Asked = { from?: string; headers?: Record<string, string>; at?: string }
const ask = ({ from = '127.0.0.1', headers = {}, at = 'http://127.0.0.1:3000' }: Asked = {}) =>
  live.whole.request(`${at}/metrics`, { headers }, { remoteAddress: from })

async function samples() {
  const lines = (await (await ask()).text()).trimEnd().split('\n')
  return {
    lines,
    values: new Map(lines.filter(line => !line.startsWith('#')).map(line => line.split(' ') as [string, string])),
  }
}

describe('the metrics', () => {
  test('name the process and the size of the store, one sample a line', async () => {
    expect((await ask()).headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/)
    const { lines, values } = await samples()
    expect(values.get('lvliang_records')).toBe('2')
    expect(values.get('lvliang_slots')).toBe('90')
    expect(Number(values.get('process_resident_memory_bytes'))).toBeGreaterThan(1e6)
    expect(Number(values.get('nodejs_eventloop_delay_seconds{quantile="0.99"}'))).toBeGreaterThanOrEqual(0)
    for (const line of lines) expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{\w+="[\w.]+"\})? \d[\d.e+-]*)$/)
  })

  test('count refusals by their code, and the sessions held', async () => {
    const before = await samples()
    await live.whole.request('/api/centres')
    await live.as({ principal: 'auditor' })
    const after = await samples()
    const grown = (sample: string) => Number(after.values.get(sample) ?? 0) - Number(before.values.get(sample) ?? 0)
    expect(grown('lvliang_refusals_total{code="signInRequired"}')).toBe(1)
    expect(grown('lvliang_sessions')).toBe(1)
  })
})

describe('the metrics are answered', () => {
  test.each<[string, Asked]>([
    ['to this machine', {}],
    ['to this machine over IPv6', { from: '::1', at: 'http://[::1]:3000' }],
    ['to who bears the token', { from: '203.0.113.9', headers: { authorization: `Bearer ${TOKEN}` } }],
    [
      'to who bears the token behind a proxy',
      { headers: { authorization: `bearer  ${TOKEN}`, 'x-forwarded-for': '203.0.113.9' } },
    ],
  ])('%s', async (_, asked) => expect((await ask(asked)).status).toBe(200))
})

describe('the metrics are refused', () => {
  test.each<[string, Asked]>([
    ['to another machine', { from: '203.0.113.9' }],
    ['to who comes from nowhere', { from: '' }],
    ['through the trusted proxy on this machine', { headers: { 'x-forwarded-for': '203.0.113.9' } }],
    ['to a forged loopback through it', { headers: { 'x-forwarded-for': '127.0.0.1' } }],
    ['through a proxy that names nobody', { headers: { via: '1.1 proxy' } }],
    ['with another token', { from: '203.0.113.9', headers: { authorization: `Bearer ${TOKEN}x` } }],
    ['with an empty token', { from: '203.0.113.9', headers: { authorization: 'Bearer ' } }],
    ['with the token as a password', { from: '203.0.113.9', headers: { authorization: `Basic ${TOKEN}` } }],
  ])('%s', async (_, asked) => {
    const answer = await ask(asked)
    expect(answer.status).toBe(403)
    expect(await answer.json()).toMatchObject({ code: 'forbidden' })
  })

  test('without a token set, whatever is borne', async () => {
    const bare = await createLiveApp()
    const headers = { authorization: 'Bearer null' }
    expect((await bare.whole.request('/metrics', { headers }, { remoteAddress: '203.0.113.9' })).status).toBe(403)
    await bare.close()
  })
})
