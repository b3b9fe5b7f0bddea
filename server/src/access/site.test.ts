import { describe, expect, test } from 'vitest'
import { createSite } from './site.ts'

const HERE = 'http://127.0.0.1:3000'
const here = createSite({ publicUrl: null, tls: false, localOrigin: () => HERE })
const behindProxy = createSite({ publicUrl: 'https://board.example', tls: false, localOrigin: () => HERE })
const withTls = createSite({ publicUrl: 'https://board.example:8443', tls: true, localOrigin: () => HERE })
const onNetwork = createSite({
  publicUrl: null,
  tls: false,
  localOrigin: () => HERE,
  ownAddresses: new Set(['192.168.3.4', '[fd00::7]']),
})

describe('the origin a host belongs to', () => {
  test.each([
    ['127.0.0.1:3000', here, HERE],
    ['localhost:5173', here, 'http://localhost:5173'],
    ['[::1]:3000', here, 'http://[::1]:3000'],
    ['board.example', behindProxy, 'https://board.example'],
    ['Board.Example', behindProxy, 'https://board.example'],
    ['127.0.0.1:3000', behindProxy, HERE],
    ['board.example:8443', withTls, 'https://board.example:8443'],
    ['127.0.0.1:8443', withTls, 'https://127.0.0.1:8443'],
    ['192.168.3.4:3000', onNetwork, 'http://192.168.3.4:3000'],
    ['[fd00::7]:3000', onNetwork, 'http://[fd00::7]:3000'],
  ])('%s', (host, site, origin) => expect(site.originOf(host)).toBe(origin))

  test.each([
    ['board.example', here],
    ['192.168.3.4:3000', here],
    ['board.example:3000', behindProxy],
    ['board.example.evil.example', behindProxy],
    ['board.example', withTls],
    ['192.168.3.5:3000', onNetwork],
    ['localhost.evil.example', here],
    ['', here],
  ])('%s is served under none', (host, site) => expect(site.originOf(host)).toBeNull())
})

test('links lead to the public address, or to where the server turned out to listen', () => {
  let origin = 'http://127.0.0.1:0'
  const site = createSite({ publicUrl: null, tls: false, localOrigin: () => origin })
  origin = 'http://127.0.0.1:41234'
  expect([behindProxy.publicOrigin, site.publicOrigin]).toEqual(['https://board.example', 'http://127.0.0.1:41234'])
})
