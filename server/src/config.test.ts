import { describe, expect, test } from 'vitest'
import { readConfig, refuseBareLiveData } from './config.ts'

const TLS = { TLS_CERT: 'cert.pem', TLS_KEY: 'key.pem' }
const LAN = '192.168.3.4'

test('without a variable this machine alone is served', () => {
  expect(readConfig({})).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    publicUrl: null,
    tls: null,
    metricsToken: null,
    logLevel: 'info',
    backupAt: { hour: 3, minute: 30 },
    backupDir: expect.stringMatching(/\.data.backups$/),
    accounts: { idleMinutes: 30, sessionHours: 12, demoLan: false },
  })
})

test('a variable set to nothing is one that is not set', () => {
  const empty = { PORT: '', HOST: ' ', PUBLIC_URL: '', TLS_CERT: '', DEMO_LAN: '', METRICS_TOKEN: '', AUTH_SECRET: '' }
  expect(JSON.stringify(readConfig(empty))).toBe(JSON.stringify(readConfig({})))
})

test('daily backups have a time of day and a folder, or are off', () => {
  const { backupAt, backupDir } = readConfig({ BACKUP_AT: '23:05', BACKUP_DIR: '/mnt/backups' })
  expect([backupAt, backupDir]).toEqual([{ hour: 23, minute: 5 }, '/mnt/backups'])
  expect(readConfig({ BACKUP_AT: 'off' }).backupAt).toBeNull()
})

test('the public address is kept as an origin', () => {
  expect(readConfig({ PUBLIC_URL: 'https://Board.Example:443/' }).publicUrl).toBe('https://board.example')
})

describe('a value that makes no sense is named in both languages', () => {
  test.each([
    ['PORT', '70000'],
    ['PORT', '80a'],
    ['PORT', '-1'],
    ['HOST', 'a b'],
    ['PUBLIC_URL', 'board.example'],
    ['PUBLIC_URL', 'ftp://board.example'],
    ['PUBLIC_URL', 'https://board.example/path'],
    ['PUBLIC_URL', 'https://user:word@board.example'],
    ['PUBLIC_URL', 'https://board.example/?q'],
    ['TRUSTED_PROXIES', 'nginx'],
    ['METRICS_TOKEN', 'short'],
    ['BACKUP_AT', '24:00'],
    ['BACKUP_AT', '3:30'],
    ['DEMO_LAN', 'yes'],
    ['LOG_LEVEL', 'loud'],
    ['SESSION_IDLE_MINUTES', '0'],
    ['SESSION_HOURS', '1.5'],
    ['AUTH_SECRET', 'x'.repeat(31)],
  ])('%s=%s', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name} 应为.+。 / ${name} must be .+\\.$`))
  })

  test('all of them at once, a line each, and never the value itself', () => {
    const read = () => readConfig({ PORT: 'x', METRICS_TOKEN: 'tooshort', AUTH_SECRET: 'alsoshort' })
    expect(read).toThrow(/^PORT.*\nMETRICS_TOKEN.*\nAUTH_SECRET.*$/)
    expect(read).not.toThrow(/tooshort|alsoshort/)
  })
})

describe('what contradicts itself is refused', () => {
  test.each([
    ['a certificate without its key', { TLS_CERT: 'cert.pem' }, /go together/],
    ['a key without its certificate', { TLS_KEY: 'key.pem' }, /go together/],
    ['TLS under an http address', { ...TLS, PUBLIC_URL: 'http://localhost:3000' }, /must be https/],
    ['http beyond this machine', { PUBLIC_URL: 'http://board.example' }, /must be https/],
    ['every address without a public one', { HOST: '0.0.0.0' }, /set PUBLIC_URL/],
    ['one address of the network without a public one', { HOST: LAN, ...TLS }, /set PUBLIC_URL/],
  ])('%s', (_, env, message) => {
    expect(() => readConfig(env)).toThrow(message)
  })
})

describe('live data', () => {
  test.each([
    ['on this machine', {}],
    ['on this machine under an address of its own', { PUBLIC_URL: 'http://localhost:3000' }],
    ['behind a proxy on this machine', { PUBLIC_URL: 'https://board.example' }],
    ['behind a proxy elsewhere', { HOST: '0.0.0.0', PUBLIC_URL: 'https://board.example' }],
    ['by TLS of its own', { HOST: '0.0.0.0', PUBLIC_URL: 'https://board.example', ...TLS }],
  ])('are served %s', (_, env) => expect(refuseBareLiveData(readConfig(env))).toBeUndefined())

  test.each([
    ['on a network without TLS', { HOST: '0.0.0.0', DEMO_LAN: '1' }],
    ['on one address of it', { HOST: LAN, DEMO_LAN: '1', PUBLIC_URL: `http://${LAN}:3000` }],
    ['behind a proxy that speaks plain http', { DEMO_LAN: '1', PUBLIC_URL: 'http://board.example' }],
  ])('are refused %s, whatever the demonstration may', (_, env) =>
    expect(() => refuseBareLiveData(readConfig(env))).toThrow(/https alone/),
  )
})
