import { randomUUID } from 'node:crypto'
import type { Account, AccountsPage, CreatedAccount, MadeLink } from '@lvliang/shared/accounts/account.schema'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Administration, createAdministration } from '../../../../test/factories/administration.ts'
import { findPending, keepPending } from '../second-factor.repo.ts'
import { findLink } from '../set-up-links.ts'

let world: Administration
beforeAll(async () => {
  world = await createAdministration()
})
afterAll(() => world.close())

const HOURS_72 = 72 * 3_600_000
const countAccounts = async () => (await world.getJson<AccountsPage>('/accounts?limit=1')).total
const linksOf = async (accountId: string) =>
  world.store.db.selectFrom('verification').selectAll().where('value', 'like', `%${accountId}%`).execute()
const sessionsOf = (accountId: string) =>
  world.store.db.selectFrom('session').selectAll().where('account_id', '=', accountId).execute()
const problemOf = async (response: Response) =>
  (await response.json()) as {
    status: number
    code: string
    errors: { pointer: string; code: string }[]
    current?: Account
  }
const tokenOf = ({ url }: MadeLink) => url.split('#')[1] as string
const isOpen = async (link: MadeLink) => (await findLink(world.store.db, tokenOf(link), world.clock.at)) !== null

describe('making an account', () => {
  test('answers it invited, with a one-time link that ends after 72 hours, and writes one audit row', async () => {
    const wanted = world.newAccount({ username: 'Wang.Fang', finance: true })
    const { result, rows } = await world.audited(() => world.send('/accounts', wanted))
    expect(result.status).toBe(201)
    expect(result.headers.get('cache-control')).toBe('no-store')
    const { account, setUpLink } = (await result.json()) as CreatedAccount
    expect(account).toEqual({
      id: wanted.id,
      username: 'wang.fang',
      name: '李娜',
      role: 'county',
      county: '141124',
      finance: true,
      state: 'invited',
      secondFactor: false,
      createdAt: new Date(world.clock.at).toISOString(),
      lastSignInAt: null,
      version: 1,
    })
    expect(setUpLink.url).toMatch(/^http:\/\/localhost\/set-up#[\w-]{43}$/)
    expect(setUpLink.expiresAt).toBe(new Date(world.clock.at + HOURS_72).toISOString())
    expect(rows).toMatchObject([
      { operation: 'createAccount', outcome: 'done', subject: `account/${wanted.id}`, account_id: world.adminId },
    ])
    expect(rows[0]).toMatchObject({ before: null, after: { ...account, setUpLinkExpiresAt: setUpLink.expiresAt } })
    const kept = JSON.stringify([rows, await linksOf(wanted.id)])
    expect(kept).not.toContain(tokenOf(setUpLink))
  })

  test('asked the same again is the same act: no second row, another link, the first one void', async () => {
    const wanted = world.newAccount()
    const first = (await (await world.send('/accounts', wanted)).json()) as CreatedAccount
    const total = await countAccounts()
    const { result, rows } = await world.audited(() => world.send('/accounts', wanted))
    expect(result.status).toBe(200)
    const again = (await result.json()) as CreatedAccount
    expect(again.account).toEqual(first.account)
    expect(again.setUpLink.url).not.toBe(first.setUpLink.url)
    expect(await countAccounts()).toBe(total)
    expect(await linksOf(wanted.id)).toHaveLength(1)
    expect(rows.map(({ operation }) => operation)).toEqual(['makeSetUpLink'])
    expect(await isOpen(first.setUpLink)).toBe(false)
    expect(await isOpen(again.setUpLink)).toBe(true)
  })

  test.each([
    { name: '王芳' },
    { role: 'inspector' },
    { county: '141181' },
    { finance: true },
    { username: 'somebody-else' },
  ])('the same id with %j is another account and refused', async change => {
    const wanted = world.newAccount()
    await world.send('/accounts', wanted)
    const { result, rows } = await world.audited(() => world.send('/accounts', { ...wanted, ...change }))
    expect(await problemOf(result)).toMatchObject({ status: 409, code: 'accountConflict', current: { id: wanted.id } })
    expect(rows).toEqual([])
  })

  test('the same again after its owner has begun gives no link any more', async () => {
    const wanted = world.newAccount()
    await world.send('/accounts', wanted)
    const at = new Date(world.clock.at).toISOString()
    await world.store.db.updateTable('account').set({ last_sign_in_at: at }).where('id', '=', wanted.id).execute()
    const { result, rows } = await world.audited(() => world.send('/accounts', wanted))
    expect(await problemOf(result)).toMatchObject({
      status: 409,
      code: 'accountConflict',
      current: { state: 'active' },
    })
    expect(rows).toEqual([])
  })

  test('a user name is taken whatever its case', async () => {
    const { account } = await world.create()
    const again = world.newAccount({ username: account.username.toUpperCase() })
    expect(await problemOf(await world.send('/accounts', again))).toMatchObject({ status: 409, code: 'usernameTaken' })
  })

  test('twenty at once with one user name make one account', async () => {
    const total = await countAccounts()
    const wanted = Array.from({ length: 20 }, () => world.newAccount({ username: 'only.one' }))
    const { result, rows } = await world.audited(() => Promise.all(wanted.map(each => world.send('/accounts', each))))
    expect(result.map(({ status }) => status).toSorted()).toEqual([201, ...Array(19).fill(409)])
    expect(await countAccounts()).toBe(total + 1)
    expect(rows).toHaveLength(1)
  })

  test.each([
    [{ county: null }, ['/json/county countyMissing']],
    [{ county: '110101' }, ['/json/county countyUnknown']],
    [{ role: 'leader' }, ['/json/county countyNotAllowed']],
    [{ role: 'auditor', finance: true }, ['/json/county countyNotAllowed', '/json/finance financeNotAllowed']],
    [{ role: 'inspector', finance: true }, ['/json/finance financeNotAllowed']],
  ])('with %j the rule is broken at %j', async (more, faults) => {
    const { result, rows } = await world.audited(() => world.send('/accounts', world.newAccount(more)))
    const problem = await problemOf(result)
    expect(problem).toMatchObject({ status: 422, code: 'accountInvalid' })
    expect(problem.errors.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(faults)
    expect(rows).toEqual([])
  })

  test.each([
    { id: 'not-a-uuid' },
    { username: 'console' },
    { username: 'a b' },
    { name: '李\n娜' },
    { role: 'root' },
    { county: '14' },
    { password: 'four-lanterns-over-the-river' },
  ])('%j does not fit the schema', async more => {
    const response = await world.send('/accounts', world.newAccount(more))
    expect(response.status).toBe(400)
  })
})

describe('changing an account', () => {
  test('makes the next version and ends every session at once, in one audited act', async () => {
    const identity = { principal: 'county', county: '141124' } as const
    const [client, id] = [await world.as(identity), await world.accountId(identity)]
    expect((await client.request('/api/me')).status).toBe(200)
    const { version } = await world.account(id)
    const { result, rows } = await world.audited(() => world.change(id, { finance: true }, version))
    expect(result.status).toBe(200)
    expect(result.headers.get('etag')).toBe(`"${version + 1}"`)
    expect(await result.json()).toMatchObject({ finance: true, version: version + 1 })
    expect((await client.request('/api/me')).status).toBe(401)
    expect(await sessionsOf(id)).toEqual([])
    expect(rows).toMatchObject([
      { operation: 'changeAccount', subject: `account/${id}`, before: { finance: false }, after: { finance: true } },
    ])
  })

  test.each([
    ['role', { role: 'leader' }],
    ['county', { county: '141102' }],
    ['disabled', { disabled: true }],
  ])('another %s ends sessions, too', async (_, change) => {
    const identity = { principal: 'inspector', county: '141125' } as const
    const [client, id] = [await world.as(identity), await world.accountId(identity)]
    await client.request('/api/me')
    const { version } = await world.account(id)
    expect((await world.change(id, change, version)).status).toBe(200)
    expect((await client.request('/api/me')).status).toBe(401)
    await world.change(id, { role: 'inspector', county: '141125', disabled: false }, version + 1)
  })

  test('another name leaves its sessions and is seen at once', async () => {
    const identity = { principal: 'county', county: '141129' } as const
    const [client, id] = [await world.as(identity), await world.accountId(identity)]
    await client.request('/api/me')
    expect((await world.change(id, { name: '高梅' })).status).toBe(200)
    expect(await (await client.request('/api/me')).json()).toMatchObject({ name: '高梅' })
  })

  test('what changes nothing writes nothing', async () => {
    const { account } = await world.create()
    const same = { name: account.name, role: account.role, county: account.county, finance: false, disabled: false }
    const { result, rows } = await world.audited(() => world.change(account.id, same))
    expect(await result.json()).toEqual(account)
    expect(rows).toEqual([])
  })

  test('needs the version it was made from', async () => {
    const { account } = await world.create()
    for (const tag of [null, '*']) {
      expect(await problemOf(await world.change(account.id, { name: '甲' }, tag))).toMatchObject({
        status: 428,
        code: 'versionRequired',
      })
    }
    for (const tag of ['"2"', '"0"', 'W/"1"', '1', '"1']) {
      const refused = await problemOf(await world.change(account.id, { name: '甲' }, tag))
      expect(refused).toMatchObject({ status: 412, code: 'versionStale', current: account })
    }
    expect((await world.change(account.id, { name: '甲' }, '"7", "1"')).status).toBe(200)
  })

  test('of ten at once from one version one is made', async () => {
    const { account } = await world.create()
    const names = Array.from({ length: 10 }, (_, i) => ({ name: `第${i}个` }))
    const { result, rows } = await world.audited(() =>
      Promise.all(names.map(change => world.change(account.id, change))),
    )
    expect(result.map(({ status }) => status).toSorted()).toEqual([200, ...Array(9).fill(412)])
    expect(rows).toHaveLength(1)
    expect(await world.account(account.id)).toMatchObject({ version: 2 })
  })

  test('nobody changes their own, and that it was tried is written down', async () => {
    const before = await world.account(world.adminId)
    const { result, rows } = await world.audited(() => world.change(world.adminId, { role: 'cityOffice' }))
    expect(await problemOf(result)).toMatchObject({ status: 403, code: 'ownRights' })
    expect(await world.account(world.adminId)).toEqual(before)
    expect(rows).toMatchObject([
      { operation: 'changeAccount', outcome: 'refused', subject: `account/${world.adminId}`, after: null },
    ])
  })

  test('a new role takes neither county nor finance along', async () => {
    const { account } = await world.create({ finance: true })
    expect(await problemOf(await world.change(account.id, { role: 'inspector' }))).toMatchObject({
      code: 'accountInvalid',
      errors: [{ pointer: '/json/county', code: 'countyMissing' }],
    })
    const moved = await world.change(account.id, { role: 'cityOffice' })
    expect(await moved.json()).toMatchObject({ role: 'cityOffice', county: null, finance: false })
  })

  test('disabling voids the link that is out, and enabling brings none back', async () => {
    const { account, setUpLink } = await world.create()
    expect(await (await world.change(account.id, { disabled: true }, 1)).json()).toMatchObject({ state: 'disabled' })
    expect(await (await world.change(account.id, { disabled: false }, 2)).json()).toMatchObject({ state: 'invited' })
    expect(await linksOf(account.id)).toEqual([])
    expect(await isOpen(setUpLink)).toBe(false)
  })

  test('an account nobody has is unknown', async () => {
    const id = randomUUID()
    const answers = [
      await world.admin.request(`/api/accounts/${id}`),
      await world.change(id, { name: '甲' }),
      await world.send(`/accounts/${id}/set-up-links`),
      await world.send(`/accounts/${id}/second-factor-reset`),
    ]
    for (const response of answers)
      expect(await problemOf(response)).toMatchObject({ status: 404, code: 'accountUnknown' })
  })
})

describe('a new link to set the password', () => {
  test('voids the one before and is written down without its token', async () => {
    const { account, setUpLink } = await world.create()
    const { result, rows } = await world.audited(() => world.send(`/accounts/${account.id}/set-up-links`))
    const link = (await result.json()) as MadeLink
    expect(link.url).not.toBe(setUpLink.url)
    expect(await linksOf(account.id)).toHaveLength(1)
    expect(rows).toMatchObject([{ operation: 'makeSetUpLink', after: { setUpLinkExpiresAt: link.expiresAt } }])
    expect(JSON.stringify(rows)).not.toContain(tokenOf(link))
  })

  test('is not made for oneself, nor for a disabled account', async () => {
    const own = await world.audited(() => world.send(`/accounts/${world.adminId}/set-up-links`))
    expect(await problemOf(own.result)).toMatchObject({ status: 403, code: 'ownRights' })
    expect(own.rows).toMatchObject([{ operation: 'makeSetUpLink', outcome: 'refused' }])
    const { account } = await world.create()
    await world.change(account.id, { disabled: true })
    const disabled = await world.audited(() => world.send(`/accounts/${account.id}/set-up-links`))
    expect(await problemOf(disabled.result)).toMatchObject({ status: 422, code: 'accountInvalid' })
    expect(disabled.rows).toEqual([])
    expect(await linksOf(account.id)).toEqual([])
  })
})

describe('a lost second factor', () => {
  test('is taken away with the sessions, in one audited act that names no secret', async () => {
    const identity = { principal: 'cityOffice' } as const
    const [client, id] = [await world.as(identity), await world.accountId(identity)]
    await client.request('/api/me')
    const factor = { id: randomUUID(), account_id: id, secret: 'SECRET-TOTP', backup_codes: 'SECRET-CODES' }
    await world.store.db
      .insertInto('second_factor')
      .values({ ...factor, verified: 1, failed_verification_count: 0, locked_until: null, last_step: null })
      .execute()
    const at = new Date(world.clock.at).toISOString()
    const pending = { value: 'SECRET-PENDING', now: at, expiresAt: new Date(world.clock.at + 60_000).toISOString() }
    await world.store.db.transaction().execute(trx => keepPending(trx, id, pending))
    const { result, rows } = await world.audited(() => world.send(`/accounts/${id}/second-factor-reset`))
    expect(result.status).toBe(204)
    expect(await findPending(world.store.db, id, at)).toBeNull()
    expect(await world.account(id)).toMatchObject({ secondFactor: false })
    expect(await world.store.db.selectFrom('second_factor').selectAll().execute()).toEqual([])
    expect((await client.request('/api/me')).status).toBe(401)
    expect(rows).toMatchObject([
      { operation: 'resetSecondFactor', before: { secondFactor: true }, after: { secondFactor: false } },
    ])
    expect(JSON.stringify(rows)).not.toContain('SECRET')
  })

  test('is not one’s own to take away here', async () => {
    const { result, rows } = await world.audited(() => world.send(`/accounts/${world.adminId}/second-factor-reset`))
    expect(await problemOf(result)).toMatchObject({ status: 403, code: 'ownRights' })
    expect(rows).toMatchObject([{ operation: 'resetSecondFactor', outcome: 'refused' }])
    expect(await world.account(world.adminId)).toMatchObject({ secondFactor: true })
  })
})
