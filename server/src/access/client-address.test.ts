import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  clientAddress,
  isAskedHere,
  isLoopback,
  NO_PROXIES,
  normalAddress,
  parseTrustedProxies,
  type TrustedProxies,
} from './client-address.ts'

const trusting = (text: string): TrustedProxies => parseTrustedProxies(text) ?? expect.unreachable(text)
const proxies = trusting('127.0.0.1, ::1, 10.0.0.0/8, fd00::/8')

describe('without trusted proxies nothing but the socket counts', () => {
  test.each([
    ['203.0.113.9', null, '203.0.113.9'],
    ['203.0.113.9', '198.51.100.7', '203.0.113.9'],
    ['127.0.0.1', '198.51.100.7', '127.0.0.1'],
    ['::ffff:203.0.113.9', '198.51.100.7', '203.0.113.9'],
    [undefined, '198.51.100.7', 'unknown'],
    ['', '198.51.100.7', 'unknown'],
  ])('%s with the header %s is %s', (remote, header, address) => {
    expect(clientAddress(remote, header, NO_PROXIES)).toBe(address)
  })
})

describe('behind trusted proxies the nearest that is none of them counts', () => {
  test.each([
    ['one proxy', '127.0.0.1', '203.0.113.9', '203.0.113.9'],
    ['a mapped socket', '::ffff:127.0.0.1', '203.0.113.9', '203.0.113.9'],
    ['two proxies', '127.0.0.1', '203.0.113.9, 10.1.2.3', '203.0.113.9'],
    ['a forged beginning', '127.0.0.1', '1.2.3.4, 127.0.0.1, 203.0.113.9', '203.0.113.9'],
    ['a forged loopback behind two proxies', '127.0.0.1', '127.0.0.1, 203.0.113.9, 10.1.2.3', '203.0.113.9'],
    ['an untrusted socket', '192.0.2.1', '203.0.113.9, 10.1.2.3', '192.0.2.1'],
    ['no header', '127.0.0.1', null, '127.0.0.1'],
    ['an empty header', '127.0.0.1', '', '127.0.0.1'],
    ['a visitor on a proxy’s own network', '127.0.0.1', '10.9.9.9, 10.1.2.3', '10.9.9.9'],
    ['a port', '127.0.0.1', '203.0.113.9:4711', '203.0.113.9'],
    ['IPv6 in brackets with a port', '127.0.0.1', '[2001:db8::7]:443', '2001:db8::7'],
    ['IPv6 quoted', '127.0.0.1', '"[2001:DB8:0:0::7]"', '2001:db8::7'],
    ['IPv6 with a zone', '127.0.0.1', 'fe80::1%eth0', 'fe80::1'],
    ['a mapped entry', '127.0.0.1', '::ffff:203.0.113.9', '203.0.113.9'],
    ['a mapped proxy in the chain', '127.0.0.1', '203.0.113.9, ::ffff:10.1.2.3', '203.0.113.9'],
    ['junk at the end', '127.0.0.1', '203.0.113.9, unknown', '127.0.0.1'],
    ['junk behind a proxy', '127.0.0.1', '203.0.113.9, _hidden, 10.1.2.3', '10.1.2.3'],
    ['an empty entry', '127.0.0.1', '203.0.113.9, ', '127.0.0.1'],
    ['line breaks', '127.0.0.1', '203.0.113.9\r\n10.1.2.3', '127.0.0.1'],
    ['an octal spelling', '127.0.0.1', '0177.0.0.1', '127.0.0.1'],
  ])('%s', (_, remote, header, address) => {
    expect(clientAddress(remote, header, proxies)).toBe(address)
  })

  test('however much is forged before it, the entry the proxy wrote counts', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.ipV4(), fc.ipV6(), fc.string())), fc.boolean(), (forged, twoProxies) => {
        const honest = twoProxies ? ['203.0.113.9', '10.1.2.3'] : ['203.0.113.9']
        expect(clientAddress('127.0.0.1', [...forged, ...honest].join(','), proxies)).toBe('203.0.113.9')
      }),
    )
  })

  test('whatever the header holds, the answer is one address', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), header => {
        expect(normalAddress(clientAddress('127.0.0.1', header, proxies))).not.toBeNull()
      }),
    )
  })

  test('a megabyte of header is read at its end alone', () => {
    expect(clientAddress('127.0.0.1', `${'10.0.0.1,'.repeat(120_000)} 203.0.113.9`, proxies)).toBe('203.0.113.9')
    expect(clientAddress('127.0.0.1', '10.0.0.1,'.repeat(120_000).slice(0, -1), proxies)).toBe('10.0.0.1')
  })
})

describe('a list of trusted proxies', () => {
  test.each(['', ' , ', '127.0.0.1', '127.0.0.1,::1', '10.0.0.0/8 , fd00::/8', '::ffff:10.0.0.0/104'])(
    '%j is one',
    text => expect(parseTrustedProxies(text)).not.toBeNull(),
  )
  test.each([
    'localhost',
    '10.0.0.0/33',
    'fd00::/129',
    '10.0.0',
    '10.0.0.1/',
    '10.0.0.1/8/8',
    '::ffff:10.0.0.0/90',
    '*',
  ])('%j is none', text => expect(parseTrustedProxies(text)).toBeNull())
  test('a network holds its addresses, mapped or not', () => {
    expect(trusting('::ffff:10.0.0.0/104').includes('10.200.0.1')).toBe(true)
    expect(trusting('10.0.0.0/8').includes('11.0.0.1')).toBe(false)
  })
})

describe('this very machine', () => {
  test.each(['localhost', '127.0.0.1', '127.9.9.9', '::1', '[::1]', '::ffff:127.0.0.1'])('is %s', host =>
    expect(isLoopback(host)).toBe(true),
  )
  test.each(['0.0.0.0', '::', '128.0.0.1', 'localhost.example', '127.0.0.1.example', 'unknown', ''])(
    'is not %j',
    host => expect(isLoopback(host)).toBe(false),
  )
})

test.each([
  ['127.0.0.1', 'http://127.0.0.1:3000', true],
  ['::1', 'http://[::1]:3000', true],
  ['127.0.0.1', 'https://localhost', true],
  ['127.0.0.1', 'https://board.example', false],
  ['203.0.113.9', 'http://127.0.0.1:3000', false],
  ['unknown', 'http://127.0.0.1:3000', false],
])('asked from %s under %s: by this machine itself is %s', (address, origin, here) => {
  expect(isAskedHere({ address, origin })).toBe(here)
})
