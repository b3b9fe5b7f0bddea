import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type AccountsWorld, cookieSet, createAccounts, PASSWORD } from '../../../test/factories/accounts.ts'

let world: AccountsWorld
beforeEach(async () => {
  world = await createAccounts()
})
afterEach(() => world.close())

const MINUTE_MS = 60_000
const wrong = (username = 'fang', more = {}) => world.signIn(username, { password: 'not the password', ...more })
const repeat = async (count: number, act: () => Promise<Response>) => {
  const statuses: number[] = []
  for (let i = 0; i < count; i++) statuses.push((await act()).status)
  return statuses
}
const problemIn = async (response: Response) => ({ ...((await response.json()) as object), status: response.status })

describe('the right password signs in', () => {
  test('answers who it is, sets the cookie, and the cookie is that account', async () => {
    const id = await world.createAccount({ role: 'county' })
    const response = await world.signIn()
    expect(response.status).toBe(200)
    const me = await response.json()
    expect(me).toMatchObject({ id, username: 'fang', role: 'county', county: '141124', idleMinutes: 30 })
    expect(me).toMatchObject({ endsAt: '2018-07-31T16:00:00.000Z' })
    expect(response.headers.get('set-cookie')).toMatch(
      /^session=[\w-]{43}\.[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/,
    )
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await (await world.ask('/me', { cookie: cookieSet(response) })).json()).toEqual(me)
  })

  test('however the name is cased and the keyboard composes characters', async () => {
    await world.createAccount({ username: 'Fang.Wang', password: 'cafe\u0301 au lait 12 li' })
    expect((await world.signIn('ＦＡＮＧ.wang', { password: 'caf\u00e9 au lait 12 li' })).status).toBe(200)
  })

  test('the database holds the token of no session', async () => {
    await world.createAccount()
    const [, token = ''] = /^session=([\w-]+)/.exec(cookieSet(await world.signIn())) ?? []
    const rows = await world.store.db.selectFrom('session').selectAll().execute()
    expect(rows).toHaveLength(1)
    expect(rows[0]?.token).toMatch(/^[0-9a-f]{64}$/)
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  test('one audit row says so and holds no secret', async () => {
    const id = await world.createAccount()
    await world.signIn('fang', { address: '10.0.0.7' })
    const [row, ...others] = await world.audit()
    expect(others).toEqual([])
    expect(row).toMatchObject({
      operation: 'signIn',
      outcome: 'done',
      account_id: id,
      username: 'fang',
      role: 'leader',
      address: '10.0.0.7',
      subject: `account/${id}`,
    })
  })

  test.each([
    ['leader', true, /Max-Age=2592000$/],
    ['leader', false, /SameSite=Lax$/],
    ['county', true, /SameSite=Lax$/],
  ] as const)('%s asking to stay: %s', async (role, stay, cookie) => {
    await world.createAccount({ role })
    expect((await world.signIn('fang', { stay })).headers.get('set-cookie')).toMatch(cookie)
  })
})

describe('what does not sign in is told in the same words', () => {
  test('wrong password, unknown name, no password yet, disabled', async () => {
    await world.createAccount({ username: 'fang' })
    await world.createAccount({ username: 'invited', password: null })
    const disabled = await world.createAccount({ username: 'disabled' })
    await world.store.db.updateTable('account').set({ disabled: 1 }).where('id', '=', disabled).execute()
    const answers = await Promise.all([
      wrong('fang'),
      world.signIn('nobody'),
      world.signIn('invited'),
      world.signIn('disabled'),
    ])
    const bodies = await Promise.all(answers.map(problemIn))
    expect(bodies[0]).toMatchObject({ status: 401, code: 'signInFailed' })
    for (const body of bodies) expect(body).toEqual(bodies[0])
    for (const answer of answers) expect(answer.headers.get('set-cookie')).toBeNull()
    expect((await world.audit()).map(({ outcome }) => outcome)).toEqual(['failed', 'failed', 'failed', 'failed'])
  })

  test('a name nobody has is not written down: it may be a password', async () => {
    await world.signIn('hunter2-my-secret')
    const rows = await world.audit()
    expect(rows[0]).toMatchObject({ account_id: null, username: null, outcome: 'failed' })
    expect(rows[0]?.subject).toMatch(/^username\/[0-9a-f]{12}$/)
    expect(JSON.stringify(rows)).not.toContain('hunter2')
  })

  test.each([
    [{ username: 'fang' }, 400],
    [{ username: 'fang', password: 'x'.repeat(129) }, 400],
    [{ username: 'fang', password: PASSWORD, admin: true }, 400],
    [{ username: ['fang'], password: PASSWORD }, 400],
    [{ username: 'fang', password: 'x'.repeat(20_000) }, 413],
  ])('a malformed try counts nothing: %#', async (body, status) => {
    expect((await world.post('/auth/sign-in/username', body)).status).toBe(status)
    expect(await world.audit()).toEqual([])
  })
})

describe('five wrong tries lock name and network', () => {
  test('the right password no longer signs in, from another network it does, and after 15 minutes', async () => {
    await world.createAccount()
    expect(await repeat(6, () => wrong())).toEqual([401, 401, 401, 401, 401, 429])
    const locked = await world.signIn()
    expect(locked.headers.get('retry-after')).toBe('900')
    expect(await problemIn(locked)).toMatchObject({ status: 429, code: 'tooManyTries' })
    expect((await world.signIn('fang', { address: '10.0.0.7' })).status).toBe(200)
    world.clock.at += 15 * MINUTE_MS
    expect((await world.signIn()).status).toBe(200)
  })

  test('names nobody has are locked in the same words', async () => {
    await world.createAccount()
    await repeat(5, () => wrong('fang'))
    await repeat(5, () => wrong('nobody'))
    expect(await problemIn(await wrong('nobody'))).toEqual(await problemIn(await wrong('fang')))
  })

  test('the lock is one audit row, and what it refuses none', async () => {
    await world.createAccount()
    await repeat(9, () => wrong())
    expect((await world.audit()).map(({ outcome }) => outcome)).toEqual([...Array(5).fill('failed'), 'refused'])
  })

  test('of 20 tries at once at most five reach the check', async () => {
    await world.createAccount()
    const answers = await Promise.all(Array.from({ length: 20 }, () => wrong()))
    const statuses = answers.map(({ status }) => status)
    expect(statuses.filter(status => status === 401)).toHaveLength(5)
    expect(statuses.filter(status => status === 429)).toHaveLength(15)
    expect((await world.signIn()).status).toBe(429)
  })

  test('a network of IPv6 is one whatever the address', async () => {
    await world.createAccount()
    let host = 0
    await repeat(5, () => wrong('fang', { address: `2001:db8:1:2::${(++host).toString(16)}` }))
    expect((await wrong('fang', { address: '2001:db8:1:2:ffff::1' })).status).toBe(429)
    expect((await wrong('fang', { address: '2001:db8:1:3::1' })).status).toBe(401)
  })
})

test('a password changed while it was being checked signs in no more', async () => {
  const id = await world.createAccount()
  const { context } = world.accounts
  const { verify } = context.passwords
  context.passwords.verify = async (...asked) => {
    const matches = await verify.apply(context.passwords, asked)
    await world.store.db.updateTable('credential').set({ password: 'another' }).where('account_id', '=', id).execute()
    return matches
  }
  expect((await world.signIn()).status).toBe(401)
  expect(await world.store.db.selectFrom('session').selectAll().execute()).toEqual([])
})
