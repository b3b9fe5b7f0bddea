import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type AccountsWorld, cookieSet, createAccounts } from '../../../test/factories/accounts.ts'
import { WALL } from '../access/viewer.ts'
import { hashToken, sessionCookies } from './session-cookie.ts'

let world: AccountsWorld
beforeEach(async () => {
  world = await createAccounts()
})
afterEach(() => world.close())

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const begin = async (more: Parameters<AccountsWorld['signIn']>[1] = {}) => cookieSet(await world.signIn('fang', more))
const isSignedIn = async (cookie: string) => (await world.ask('/me', { cookie })).status === 200
const sessionsOf = async (cookie: string) =>
  ((await (await world.ask('/me/sessions', { cookie })).json()) as { items: Record<string, unknown>[] }).items
/** Waits for what nobody waits for. */
const settle = () => new Promise(resolve => setTimeout(resolve, 20))

describe('a session ends by the clock', () => {
  test('after 30 minutes without a request', async () => {
    await world.createAccount()
    const cookie = await begin()
    for (let i = 0; i < 4; i++) {
      world.clock.at += 29 * MINUTE_MS
      expect(await isSignedIn(cookie)).toBe(true)
    }
    world.clock.at += 30 * MINUTE_MS
    expect(await isSignedIn(cookie)).toBe(false)
    world.clock.at -= 30 * MINUTE_MS
    await world.restart()
    world.clock.at += 30 * MINUTE_MS
    expect(await isSignedIn(cookie)).toBe(false)
  })

  test('after 12 hours whatever is done', async () => {
    await world.createAccount()
    const cookie = await begin()
    const end = world.clock.at + 12 * HOUR_MS
    while (world.clock.at < end - 1) {
      world.clock.at = Math.min(end - 1, world.clock.at + 20 * MINUTE_MS)
      expect(await isSignedIn(cookie)).toBe(true)
    }
    world.clock.at = end
    expect(await isSignedIn(cookie)).toBe(false)
  })

  test('of a leader who stays, after 30 days and not before', async () => {
    await world.createAccount()
    const cookie = await begin({ stay: true })
    world.clock.at += 30 * 24 * HOUR_MS - 1
    expect(await isSignedIn(cookie)).toBe(true)
    world.clock.at += 1
    expect(await isSignedIn(cookie)).toBe(false)
  })

  test('as the settings say', async () => {
    const own = await createAccounts({ settings: { idleMinutes: 5, sessionHours: 1 } })
    await own.createAccount()
    const response = await own.signIn()
    expect(await response.json()).toMatchObject({ idleMinutes: 5, endsAt: '2018-07-31T05:00:00.000Z' })
    own.clock.at += 5 * MINUTE_MS
    expect((await own.ask('/me', { cookie: cookieSet(response) })).status).toBe(401)
    await own.close()
  })

  test('what has ended is cleared away by the next sign-in', async () => {
    await world.createAccount()
    await begin()
    await begin({ stay: true })
    world.clock.at += 13 * HOUR_MS
    await begin()
    const rows = await world.store.db.selectFrom('session').select('stay').execute()
    expect(rows.map(({ stay }) => stay).sort()).toEqual([0, 1])
  })
})

describe('a cookie stands for a session or for nobody', () => {
  test('it outlives a restart of the program', async () => {
    await world.createAccount()
    const cookie = await begin()
    await world.restart()
    expect(await isSignedIn(cookie)).toBe(true)
    expect(await isSignedIn(`theme=dark; ${cookie}; lang=zh`)).toBe(true)
  })

  test.each([
    ['another signature', (cookie: string) => `${cookie.slice(0, -2)}xx`],
    ['none', (cookie: string) => cookie.split('.')[0] ?? ''],
    ['the signature of another', (cookie: string) => cookie.replace(/=[\w-]{5}/, '=aaaaa')],
    ['another name', (cookie: string) => `x${cookie}`],
    ['the name for https', (cookie: string) => cookie.replace('session', '__Host-session')],
    ['nothing', () => 'session='],
    ['a second one before it', (cookie: string) => `session=evil; ${cookie}`],
  ])('with %s it is nobody', async (_, change) => {
    await world.createAccount()
    expect(await isSignedIn(change(await begin()))).toBe(false)
  })

  test('a session begun under another key is nobody', async () => {
    await world.createAccount()
    const cookie = await begin()
    const cookies = sessionCookies('another key, of 32 characters or more')
    expect(cookies.read(cookie, false)).toBeNull()
  })
})

describe("a wall screen's link", () => {
  const admitLink = async () => {
    const id = '5b1c0a52-7a38-4d3b-9f53-3f1f1d3a2c11'
    const [created_at, token] = ['2018-07-31T04:00:00.000Z', 'token of a wall screen']
    const token_hash = hashToken(token)
    const link = { id, label: 'hall', token_hash, created_by: 'test', created_at, last_used_at: created_at }
    await world.store.db.insertInto('wall_link').values(link).execute()
    await world.restart()
    return token
  }

  test('is exchanged for a cookie that stands for the wall', async () => {
    const token = await admitLink()
    const cookie = world.accounts.exchangeWallToken(token, true) ?? ''
    expect(cookie).toMatch(/^__Host-wall=[^;]+; Path=\/; HttpOnly; SameSite=Lax; Secure; Max-Age=34560000$/)
    expect(await world.accounts.viewerOf(cookie.split(';')[0] ?? '', true)).toBe(WALL)
    expect(world.accounts.exchangeWallToken('made up', true)).toBeNull()
  })

  test('stands beside a session that has ended, and behind one that has not', async () => {
    const token = await admitLink()
    await world.createAccount()
    const both = `${await begin()}; wall=${token}`
    expect(await world.accounts.viewerOf(both, false)).toMatchObject({ username: 'fang' })
    world.clock.at += 13 * HOUR_MS
    expect(await world.accounts.viewerOf(both, false)).toBe(WALL)
    expect(await world.accounts.viewerOf(both, false)).toBe(WALL)
  })
})

describe('a session is ended at once everywhere', () => {
  test('by signing out, and only that one', async () => {
    await world.createAccount()
    const [here, there] = [await begin(), await begin()]
    const response = await world.post('/auth/sign-out', undefined, { cookie: here })
    expect([response.status, response.headers.get('set-cookie')]).toEqual([
      204,
      'session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0',
    ])
    expect([await isSignedIn(here), await isSignedIn(there)]).toEqual([false, true])
  })

  test('by ending it from another device', async () => {
    await world.createAccount()
    const [here, there] = [await begin(), await begin()]
    const other = (await sessionsOf(here)).find(({ current }) => !current)?.id
    const response = await world.ask(`/me/sessions/${other}`, { method: 'DELETE', cookie: here })
    expect([response.status, response.headers.get('set-cookie')]).toEqual([204, null])
    expect([await isSignedIn(here), await isSignedIn(there)]).toEqual([true, false])
  })

  test('by disabling the account, even where nobody said so', async () => {
    const id = await world.createAccount()
    const cookie = await begin()
    await world.store.db.updateTable('account').set({ disabled: 1 }).where('id', '=', id).execute()
    world.accounts.forget(id)
    expect(await isSignedIn(cookie)).toBe(false)
  })

  test('what waits on it is told, once', async () => {
    const id = await world.createAccount()
    const cookie = await begin()
    const viewer = await world.accounts.viewerOf(cookie, false)
    const told: string[] = []
    world.accounts.onEnd(viewer.sessionId ?? '', () => told.push('ended'))
    const take = world.accounts.onEnd(viewer.sessionId ?? '', () => told.push('taken back'))
    take()
    world.accounts.forget(id)
    world.accounts.forget(id)
    expect(told).toEqual(['ended'])
  })

  test('what waits on it is told when it ends by the clock', async () => {
    await world.createAccount()
    const viewer = await world.accounts.viewerOf(await begin(), false)
    const told: string[] = []
    world.accounts.onEnd(viewer.sessionId ?? '', () => told.push('ended'))
    world.accounts.context.cache.sweep()
    expect(told).toEqual([])
    world.clock.at += 30 * MINUTE_MS
    world.accounts.context.cache.sweep()
    expect(told).toEqual(['ended'])
  })

  test('whoever waits on one that has ended is told', async () => {
    const told = new Promise<string>(resolve => world.accounts.onEnd('gone', () => resolve('told')))
    expect(await told).toBe('told')
  })

  test('another account cannot end it', async () => {
    await world.createAccount()
    await world.createAccount({ username: 'other' })
    const cookie = await begin()
    const [session] = await sessionsOf(cookie)
    const thief = cookieSet(await world.signIn('other'))
    const response = await world.ask(`/me/sessions/${session?.id}`, { method: 'DELETE', cookie: thief })
    expect(await response.json()).toMatchObject({ status: 404, code: 'sessionUnknown' })
    expect(await isSignedIn(cookie)).toBe(true)
  })
})

describe('who asks is known from memory', () => {
  test('the second time at once, by the same frozen viewer', async () => {
    await world.createAccount()
    const cookie = await begin()
    const viewer = await world.accounts.viewerOf(cookie, false)
    expect(world.accounts.viewerOf(cookie, false)).toBe(viewer)
    expect(Object.isFrozen(viewer)).toBe(true)
  })

  test('what was read before a change is not kept after it', async () => {
    const id = await world.createAccount({ role: 'county' })
    const cookie = await begin()
    await world.restart()
    const asked = world.accounts.viewerOf(cookie, false)
    const changed = world.store.db.updateTable('account').set({ county: '141121' }).where('id', '=', id).execute()
    world.accounts.forget(id)
    await changed
    expect((await asked).county).toBe('141121')
    expect((await world.accounts.viewerOf(cookie, false)).county).toBe('141121')
  })

  test('the time it was last seen is written once a minute', async () => {
    await world.createAccount()
    const cookie = await begin()
    const written = async () => {
      await settle()
      return (await world.store.db.selectFrom('session').select('last_seen_at').executeTakeFirstOrThrow()).last_seen_at
    }
    world.clock.at += 59_000
    await isSignedIn(cookie)
    expect(await written()).toBe('2018-07-31T04:00:00.000Z')
    world.clock.at += 1000
    await isSignedIn(cookie)
    expect(await written()).toBe('2018-07-31T04:01:00.000Z')
  })
})

describe('the own sessions', () => {
  test('are listed with device, times and which is this one', async () => {
    await world.createAccount()
    await begin({ address: '10.0.0.7', headers: { 'user-agent': 'Other' } })
    const cookie = await begin({ stay: true, headers: { 'user-agent': `Mine${'x'.repeat(400)}` } })
    world.clock.at += 90_000
    const items = await sessionsOf(cookie)
    expect(items).toHaveLength(2)
    expect(items.find(({ current }) => current)).toMatchObject({
      stay: true,
      address: '127.0.0.1',
      startedAt: '2018-07-31T04:00:00.000Z',
      lastSeenAt: '2018-07-31T04:01:30.000Z',
      endsAt: '2018-08-30T04:00:00.000Z',
      userAgent: `Mine${'x'.repeat(296)}`,
    })
    expect(items.find(({ current }) => !current)).toMatchObject({ address: '10.0.0.7', userAgent: 'Other' })
  })

  test('that have ended are not', async () => {
    await world.createAccount()
    await begin()
    const cookie = await begin({ stay: true })
    world.clock.at += 31 * MINUTE_MS
    expect(await sessionsOf(cookie)).toHaveLength(1)
  })
})
