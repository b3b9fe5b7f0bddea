import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type AccountsWorld, cookieSet, createAccounts } from '../../../test/factories/accounts.ts'
import { createLiveApp } from '../../../test/factories/store.ts'

let world: AccountsWorld
beforeAll(async () => {
  world = await createAccounts({ demonstration: true })
})
afterAll(() => world.close())

const signIn = (asked: object, more = {}) => world.post('/auth/demonstration', asked, more)
const rowsOf = async (table: 'account' | 'audit' | 'session') =>
  (await world.store.db.selectFrom(table).selectAll().execute()).length

describe('one click signs in to the demonstration', () => {
  test.each([
    ['leader', undefined, null],
    ['cityOffice', undefined, null],
    ['county', '141124', '141124'],
    ['county', undefined, '141102'],
    ['inspector', '141121', '141121'],
    ['systemAdmin', undefined, null],
    ['auditor', '141124', null],
  ])('as %s, county %s', async (role, county, given) => {
    const response = await signIn({ role, county })
    const me = await response.json()
    expect(me).toMatchObject({
      role,
      county: given,
      hasPassword: false,
      secondFactor: { enabled: false, required: false },
    })
    expect(await (await world.ask('/me', { cookie: cookieSet(response) })).json()).toEqual(me)
  })

  test('a role has one account, put back as it was, and each sign-in one audit row', async () => {
    await signIn({ role: 'leader' })
    await world.store.db.updateTable('account').set({ disabled: 1 }).where('username', '=', 'demo-leader').execute()
    const [accounts, audit] = [await rowsOf('account'), await rowsOf('audit')]
    expect((await signIn({ role: 'leader' })).status).toBe(200)
    expect([await rowsOf('account'), await rowsOf('audit')]).toEqual([accounts, audit + 1])
  })

  test('an account put back keeps no session begun with other rights, and the audit tells both', async () => {
    const first = cookieSet(await signIn({ role: 'inspector' }))
    const { role } = (await (await world.ask('/me', { cookie: first })).json()) as { role: string }
    const change = { role: 'cityOffice', county: null }
    await world.store.db.updateTable('account').set(change).where('username', 'like', 'demo-inspector-%').execute()
    await signIn({ role: 'inspector' })
    expect([role, (await world.ask('/me', { cookie: first })).status]).toEqual(['inspector', 401])
    const [before, after] = (await world.audit()).slice(-1).flatMap(row => [row.before, row.after].map(String))
    expect([JSON.parse(before ?? ''), JSON.parse(after ?? '')]).toMatchObject([change, { role: 'inspector' }])
  })

  test('an account nobody changed stays at its version', async () => {
    const versionOf = async () =>
      (await world.store.db.selectFrom('account').select('version').where('username', '=', 'demo-auditor').execute())[0]
    await signIn({ role: 'auditor' })
    const before = await versionOf()
    await signIn({ role: 'auditor' })
    expect(await versionOf()).toEqual(before)
  })

  test.each(['x-forwarded-for', 'forwarded', 'via'])('not where a proxy that sends %s passes it on', async name => {
    const headers = { 'content-type': 'application/json', origin: 'http://localhost', [name]: '203.0.113.9' }
    const init = { method: 'POST', headers, body: JSON.stringify({ role: 'leader' }) }
    const { whole, close } = await createLiveApp([], undefined, { demonstration: true })
    const response = await whole.request('/api/auth/demonstration', init, { remoteAddress: '127.0.0.1' })
    expect(await response.json()).toMatchObject({ status: 403, code: 'demonstrationOnly' })
    await close()
  })

  test('a county the plan does not have is refused', async () => {
    const response = await signIn({ role: 'county', county: '999999' })
    expect(await response.json()).toMatchObject({ status: 422, code: 'accountInvalid' })
  })
})

describe('one-click roles are for this machine alone', () => {
  test.each([
    ['127.0.0.1', false, 200],
    ['::1', false, 200],
    ['::ffff:127.0.0.1', false, 200],
    ['192.168.1.7', false, 403],
    ['2001:db8::1', false, 403],
    ['127.0.0.1.example', false, 403],
    ['192.168.1.7', true, 200],
  ])('from %s, DEMO_LAN %s: %s', async (address, demoLan, status) => {
    const own = await createAccounts({ demonstration: true, settings: { demoLan } })
    const response = await own.post('/auth/demonstration', { role: 'leader' }, { address })
    expect(response.status).toBe(status)
    expect(await (await own.ask('/auth/options', { address })).json()).toMatchObject({ oneClick: status === 200 })
    await own.close()
  })

  test('a live database has none', async () => {
    const live = await createAccounts()
    const response = await live.post('/auth/demonstration', { role: 'leader' })
    expect(await response.json()).toMatchObject({ status: 403, code: 'demonstrationOnly' })
    expect(await (await live.ask('/auth/options')).json()).toMatchObject({ oneClick: false, counties: [] })
    expect(await live.store.db.selectFrom('account').selectAll().execute()).toEqual([])
    await live.close()
  })
})
