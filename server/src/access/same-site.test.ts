import { expect, test } from 'vitest'
import { refuseCrossSite } from './same-site.ts'

const ORIGIN = 'https://board.example'
const ask = (headers: Record<string, string>, method = 'POST') =>
  refuseCrossSite(new Request(`${ORIGIN}/api/x`, { method, headers }), ORIGIN)

test.each([
  ['no Origin', {}],
  ['another origin', { origin: 'https://evil.example' }],
  ['an origin that only begins alike', { origin: 'https://board.example.evil.example' }],
  ['the origin of another scheme', { origin: 'http://board.example' }],
  ['an opaque origin', { origin: 'null' }],
  ['cross-site fetch metadata', { origin: ORIGIN, 'sec-fetch-site': 'cross-site' }],
  ['same-site fetch metadata', { origin: ORIGIN, 'sec-fetch-site': 'same-site' }],
  ['a form', { origin: ORIGIN, 'content-type': 'application/x-www-form-urlencoded' }],
  ['a form with files', { origin: ORIGIN, 'content-type': 'multipart/form-data; boundary=x' }],
  ['plain text', { origin: ORIGIN, 'content-type': 'Text/Plain' }],
] as const)('a change is refused with %s', async (_, headers) => {
  const refused = ask(headers)
  expect(refused?.status).toBe(403)
  expect(await refused?.json()).toMatchObject({ code: 'crossSite' })
})

test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND'])('%s from the own origin passes', method => {
  expect(
    ask({ origin: ORIGIN, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' }, method),
  ).toBeUndefined()
})

test.each(['GET', 'HEAD', 'OPTIONS'])('%s needs no origin', method => {
  expect(ask({ origin: 'https://evil.example' }, method)).toBeUndefined()
})
