import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type AccountsWorld, cookieSet, createAccounts, PASSWORD } from '../../../test/factories/accounts.ts'
import { makeLink } from './set-up-links.ts'

let world: AccountsWorld
beforeEach(async () => {
  world = await createAccounts()
})
afterEach(() => world.close())

const HOUR_MS = 3_600_000
const NEXT = '渡口的老船工唱了十二支歌'
const tokenOf = (link: { url: string } | null) => link?.url.split('#')[1] ?? ''
const linkFor = async (accountId: string) => {
  const terms = { accountId, nowMs: world.clock.at, publicOrigin: 'https://board.example' }
  return tokenOf(await world.store.db.transaction().execute(trx => makeLink(trx, terms)))
}
const firstLink = async () => tokenOf(await world.accounts.firstSetUpLink())
const describeLink = (token: string) => world.post('/auth/set-up-link', { token })
const setUp = (token: string, more: object = {}) =>
  world.post('/auth/set-up', { token, username: 'fang', password: NEXT, ...more })
const INVALID = { status: 422, code: 'linkInvalid' }

describe('the first start of a live deployment', () => {
  test('gives a link that makes the first system administrator and signs in', async () => {
    const link = await world.accounts.firstSetUpLink()
    expect(link?.url).toMatch(/^http:\/\/localhost\/set-up#[\w-]{43}$/)
    expect(await (await describeLink(tokenOf(link))).json()).toEqual({
      username: null,
      name: null,
      role: 'systemAdmin',
      county: null,
      expiresAt: '2018-08-01T04:00:00.000Z',
    })
    const response = await setUp(tokenOf(link), { username: 'Fang' })
    expect(await response.json()).toMatchObject({ username: 'fang', role: 'systemAdmin' })
    expect((await world.ask('/me', { cookie: cookieSet(response) })).status).toBe(200)
    expect((await world.signIn('fang', { password: NEXT })).status).toBe(200)
    expect(await world.accounts.firstSetUpLink()).toBeNull()
    const operations = (await world.audit()).map(({ operation, username }) => [operation, username])
    expect(operations).toEqual([
      ['makeSetUpLink', 'system'],
      ['setUp', 'fang'],
      ['signIn', 'fang'],
    ])
  })

  test('a new start makes a new link and voids the old', async () => {
    const [old, current] = [await firstLink(), await firstLink()]
    expect(await (await setUp(old)).json()).toMatchObject(INVALID)
    expect((await setUp(current)).status).toBe(200)
  })

  test('the link is void once there is somebody', async () => {
    const token = await firstLink()
    await world.createAccount({ username: 'other' })
    expect(await (await describeLink(token)).json()).toMatchObject(INVALID)
    expect(await (await setUp(token)).json()).toMatchObject(INVALID)
  })

  test('of two who use it at once one becomes the first', async () => {
    const token = await firstLink()
    const answers = await Promise.all([setUp(token), setUp(token, { username: 'other' })])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422])
    expect(await world.store.db.selectFrom('account').select('id').execute()).toHaveLength(1)
  })

  test('the demonstration has none', async () => {
    const demo = await createAccounts({ demonstration: true })
    expect(await demo.accounts.firstSetUpLink()).toBeNull()
    await demo.close()
  })
})

describe('a link to an account', () => {
  test('sets its password and signs it in', async () => {
    const id = await world.createAccount({ role: 'county', password: null })
    const token = await linkFor(id)
    expect(await (await describeLink(token)).json()).toMatchObject({ username: 'fang', name: '某人', county: '141124' })
    const response = await setUp(token)
    expect(await response.json()).toMatchObject({ id, role: 'county' })
    expect((await world.signIn('fang', { password: NEXT })).status).toBe(200)
  })

  test('works once, until it expires, and until a newer one is made', async () => {
    const id = await world.createAccount({ password: null })
    const used = await linkFor(id)
    await setUp(used)
    const old = await linkFor(id)
    const newer = await linkFor(id)
    const answers = [await setUp(used), await setUp(old), await setUp('made up'), await describeLink(old)]
    const bodies = await Promise.all(answers.map(answer => answer.json()))
    for (const body of bodies) expect(body).toEqual(bodies[0])
    expect(bodies[0]).toMatchObject(INVALID)
    world.clock.at += 72 * HOUR_MS
    expect(await (await setUp(newer)).json()).toMatchObject(INVALID)
    world.clock.at -= 1
    expect((await setUp(newer)).status).toBe(200)
  })

  test('resets a password: every session ends, the old one signs in no more', async () => {
    const id = await world.createAccount()
    const cookie = cookieSet(await world.signIn())
    await setUp(await linkFor(id))
    expect((await world.ask('/me', { cookie })).status).toBe(401)
    expect((await world.signIn()).status).toBe(401)
  })

  test('is void where the account is disabled', async () => {
    const id = await world.createAccount({ password: null })
    const token = await linkFor(id)
    await world.store.db.updateTable('account').set({ disabled: 1 }).where('id', '=', id).execute()
    expect(await (await setUp(token)).json()).toMatchObject(INVALID)
  })

  test('is void once the password was changed', async () => {
    const id = await world.createAccount()
    const token = await linkFor(id)
    const cookie = cookieSet(await world.signIn())
    await world.post('/me/password', { currentPassword: PASSWORD, newPassword: NEXT }, { cookie })
    expect(await (await setUp(token)).json()).toMatchObject(INVALID)
  })

  test('is for its own user name, and refusing leaves it usable', async () => {
    const id = await world.createAccount({ role: 'county', password: null })
    const token = await linkFor(id)
    expect(await (await setUp(token, { username: 'other' })).json()).toMatchObject({
      code: 'accountInvalid',
      errors: [{ pointer: '/json/username' }],
    })
    expect(await (await setUp(token, { password: 'linxian-red-dates' })).json()).toMatchObject({
      status: 422,
      code: 'passwordRefused',
      errors: [{ pointer: '/json/password', code: 'holdsCounty' }],
    })
    expect((await setUp(token)).status).toBe(200)
  })

  test('its token is kept nowhere', async () => {
    const token = await linkFor(await world.createAccount({ password: null }))
    const rows = await world.store.db.selectFrom('verification').selectAll().execute()
    await setUp(token)
    expect(JSON.stringify([rows, await world.audit()])).not.toContain(token)
  })

  test('tokens nobody has are counted by network', async () => {
    await world.createAccount()
    for (let i = 0; i < 100; i++) await describeLink(`guess-${i}`)
    expect((await describeLink('another')).status).toBe(429)
    expect((await world.signIn()).status).toBe(429)
    expect((await world.signIn('fang', { address: '10.0.0.7' })).status).toBe(200)
  })
})
