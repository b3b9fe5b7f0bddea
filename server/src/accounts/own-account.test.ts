import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type AccountsWorld, cookieSet, createAccounts, PASSWORD } from '../../../test/factories/accounts.ts'
import { endSessions } from './sessions.repo.ts'

let world: AccountsWorld
beforeEach(async () => {
  world = await createAccounts()
})
afterEach(() => world.close())

const begin = async (more: Parameters<AccountsWorld['signIn']>[1] = {}) => cookieSet(await world.signIn('fang', more))
const isSignedIn = async (cookie: string) => (await world.ask('/me', { cookie })).status === 200

describe('the city office looks through the eyes of a county', () => {
  const viewAs = (cookie: string, county: string | null) =>
    world.ask('/me/view-as', { method: 'PUT', cookie, body: { county } })
  const begun = async () => {
    const demo = await createAccounts({ demonstration: true })
    await world.close()
    world = demo
    await world.createAccount({ role: 'cityOffice' })
    return begin()
  }

  test('as that county, changing nothing, and is itself again', async () => {
    const cookie = await begun()
    const me = await (await viewAs(cookie, '141124')).json()
    expect(me).toMatchObject({ role: 'cityOffice', viewingAs: '141124', county: null })
    expect(await world.accounts.viewerOf(cookie, false)).toMatchObject({ principal: 'county', county: '141124' })
    const refused = await world.post('/me/password', { currentPassword: 'x', newPassword: 'y' }, { cookie })
    expect(await refused.json()).toMatchObject({ code: 'viewOnly' })
    expect(await (await viewAs(cookie, null)).json()).toMatchObject({ viewingAs: null })
    expect((await world.audit()).map(({ operation }) => operation)).toEqual([
      'signIn',
      'viewAsCounty',
      'changePassword',
      'viewAsCounty',
    ])
  })

  test('what it looks at outlives a restart, and what waited on the session is told', async () => {
    const cookie = await begun()
    const viewer = await world.accounts.viewerOf(cookie, false)
    const told: string[] = []
    world.accounts.onEnd(viewer.sessionId ?? '', () => told.push('changed'))
    await viewAs(cookie, '141124')
    expect(told).toEqual(['changed'])
    await world.restart()
    expect(await world.accounts.viewerOf(cookie, false)).toMatchObject({ viewingAs: '141124' })
  })

  test('a county the plan does not have is refused', async () => {
    const response = await viewAs(await begun(), '999999')
    expect(await response.json()).toMatchObject({ status: 422, errors: [{ pointer: '/json/county' }] })
  })
})

describe('changing the password', () => {
  const NEXT = '渡口的老船工唱了十二支歌'
  const change = (cookie: string, currentPassword: string, newPassword = NEXT) =>
    world.post('/me/password', { currentPassword, newPassword }, { cookie })
  const endedBy = (change: { disabled?: number }) =>
    world.store.db.transaction().execute(async trx => {
      const { id } = await trx
        .updateTable('account')
        .set({ version: 2, ...change })
        .returning('id')
        .executeTakeFirstOrThrow()
      await endSessions(trx, id)
    })

  test('ends every other session and gives this one another cookie', async () => {
    await world.createAccount()
    const [here, there] = [await begin({ stay: true }), await begin()]
    const endsAt = ((await (await world.ask('/me', { cookie: here })).json()) as { endsAt: string }).endsAt
    world.clock.at += 20 * 60_000
    const response = await change(here, PASSWORD)
    const renewed = cookieSet(response)
    expect(await response.json()).toMatchObject({ username: 'fang', endsAt, idleMinutes: null })
    expect([await isSignedIn(here), await isSignedIn(there), await isSignedIn(renewed)]).toEqual([false, false, true])
    expect((await world.signIn()).status).toBe(401)
    expect((await world.signIn('fang', { password: NEXT })).status).toBe(200)
  })

  test.each([
    ['signed out', (cookie: string) => world.post('/auth/sign-out', undefined, { cookie })],
    ['disabled', () => endedBy({ disabled: 1 })],
    ['given another password', () => endedBy({})],
  ])('changes nothing where its account is %s while the password is checked', async (_, end) => {
    const id = await world.createAccount()
    const cookie = await begin()
    const { passwords } = world.accounts.context
    const hash = passwords.hash.bind(passwords)
    passwords.hash = async password => {
      await end(cookie)
      return hash(password)
    }
    const refused = await change(cookie, PASSWORD)
    expect(await refused.json()).toMatchObject({ status: 401, code: 'signInRequired' })
    expect(refused.headers.get('set-cookie')).toBeNull()
    await world.store.db.updateTable('account').set({ disabled: 0 }).where('id', '=', id).execute()
    expect((await world.signIn('fang', { password: NEXT })).status).toBe(401)
    expect((await world.audit()).map(({ operation }) => operation)).not.toContain('changePassword')
  })

  test('wants the current one, and counts wrong ones with those of signing in', async () => {
    await world.createAccount()
    const cookie = await begin()
    expect(await (await change(cookie, 'not the password')).json()).toMatchObject({
      status: 403,
      code: 'passwordWrong',
      errors: [{ pointer: '/json/currentPassword' }],
    })
    for (let i = 0; i < 4; i++) await change(cookie, 'not the password')
    expect((await change(cookie, PASSWORD)).status).toBe(429)
    expect((await world.signIn()).status).toBe(429)
    expect((await world.audit()).filter(({ outcome }) => outcome === 'failed')).toHaveLength(5)
  })

  test.each([
    ['short', ['tooShort']],
    ['password12345', ['tooCommon']],
    ['the fang of a wolf', ['holdsUsername']],
  ])('refuses %s', async (password, codes) => {
    await world.createAccount()
    const response = await change(await begin(), PASSWORD, password)
    const problem = (await response.json()) as { errors: { code: string; message: string; pointer: string }[] }
    expect(response.status).toBe(422)
    expect(problem.errors.map(({ code }) => code)).toEqual(codes)
    for (const { pointer, message } of problem.errors) {
      expect(pointer).toBe('/json/newPassword')
      expect(message).toContain(' / ')
    }
    expect(JSON.stringify(await world.audit())).not.toContain(password)
  })
})
