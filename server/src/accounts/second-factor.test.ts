import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type AccountsWorld, cookieSet, createAccounts, PASSWORD } from '../../../test/factories/accounts.ts'
import { makeLink } from './set-up-links.ts'
import { codeOfStep, stepAt } from './totp.ts'

let world: AccountsWorld
beforeEach(async () => {
  world = await createAccounts()
})
afterEach(() => world.close())

const MINUTE_MS = 60_000
const STEP_MS = 30_000
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

function fromBase32(text: string): Buffer {
  const bits = [...text].map(letter => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map(byte => Number.parseInt(byte, 2)))
}

interface Made {
  uri: string
  secret: string
  backupCodes: string[]
}
const codeNow = ({ secret }: Made, apart = 0) => codeOfStep(fromBase32(secret), stepAt(world.clock.at) + apart)

const begin = (cookie: string, password = PASSWORD) => world.post('/me/second-factor', { password }, { cookie })
const confirm = (cookie: string, code: string) => world.post('/me/second-factor/confirmation', { code }, { cookie })
const remove = (cookie: string, password = PASSWORD) =>
  world.post('/me/second-factor/removal', { password }, { cookie })
const signedIn = async () => cookieSet(await world.signIn())

/** An account with a second factor in force, a step after it was confirmed. */
async function withFactor(role: 'leader' | 'cityOffice' = 'leader') {
  await world.createAccount({ role })
  const cookie = await signedIn()
  const made = (await (await begin(cookie)).json()) as Made
  await confirm(cookie, codeNow(made))
  world.clock.at += STEP_MS
  return { cookie, made }
}

describe('setting up a second factor', () => {
  test('counts from its first right code on', async () => {
    await world.createAccount()
    const cookie = await signedIn()
    const made = (await (await begin(cookie)).json()) as Made
    expect(new URL(made.uri).searchParams.get('secret')).toBe(made.secret)
    expect(decodeURIComponent(made.uri)).toContain(':fang?')
    expect(new Set(made.backupCodes).size).toBe(10)
    expect((await world.signIn()).status).toBe(200)
    expect((await confirm(cookie, codeNow(made, 2))).status).toBe(401)
    const me = await (await confirm(cookie, codeNow(made))).json()
    expect(me).toMatchObject({ secondFactor: { enabled: true, required: false } })
    expect(await (await world.signIn()).json()).toMatchObject({ status: 401, code: 'secondFactorRequired' })
  })

  test('ends the sessions begun without it, and keeps the one that set it up', async () => {
    await world.createAccount({ role: 'cityOffice' })
    const other = await signedIn()
    const cookie = await signedIn()
    expect((await world.ask('/me', { cookie: other })).status).toBe(200)
    const made = (await (await begin(cookie)).json()) as Made
    await confirm(cookie, codeNow(made))
    const { items } = (await (await world.ask('/me/sessions', { cookie })).json()) as { items: object[] }
    expect(items).toMatchObject([{ current: true }])
    expect((await world.accounts.viewerOf(other, false)).principal).toBe('anonymous')
  })

  test('wants the password', async () => {
    await world.createAccount()
    expect(await (await begin(await signedIn(), 'not the password')).json()).toMatchObject({
      status: 403,
      code: 'passwordWrong',
      errors: [{ pointer: '/json/password' }],
    })
  })

  test('must be confirmed within 15 minutes', async () => {
    await world.createAccount()
    const cookie = await signedIn()
    const made = (await (await begin(cookie)).json()) as Made
    world.clock.at += 15 * MINUTE_MS
    expect((await confirm(cookie, codeNow(made))).status).toBe(401)
    expect((await world.signIn()).status).toBe(200)
  })

  test('leaves the one there is in force until the new one is confirmed', async () => {
    const { cookie, made } = await withFactor()
    const next = (await (await begin(cookie)).json()) as Made
    expect((await world.signIn('fang', { code: codeNow(next) })).status).toBe(401)
    expect((await world.signIn('fang', { code: codeNow(made) })).status).toBe(200)
    await confirm(cookie, codeNow(next))
    world.clock.at += STEP_MS
    expect((await world.signIn('fang', { code: codeNow(made) })).status).toBe(401)
    expect((await world.signIn('fang', { code: codeNow(next) })).status).toBe(200)
  })

  test('secret and codes are nowhere in the database to be read', async () => {
    const { made } = await withFactor()
    const { db } = world.store
    const kept = JSON.stringify([
      await db.selectFrom('second_factor').selectAll().execute(),
      await db.selectFrom('verification').selectAll().execute(),
      await world.audit(),
    ])
    const secrets = [made.secret, fromBase32(made.secret).toString('base64'), fromBase32(made.secret).toString('hex')]
    for (const text of [...secrets, ...made.backupCodes]) expect(kept).not.toContain(text)
  })

  test('each step of it is an audit row', async () => {
    await withFactor()
    const operations = (await world.audit()).map(({ operation }) => operation)
    expect(operations).toEqual(['signIn', 'beginSecondFactor', 'confirmSecondFactor'])
  })
})

describe('a sign-in asks for the code after the right password alone', () => {
  test('and a missing one counts nothing', async () => {
    const { made } = await withFactor()
    for (let i = 0; i < 8; i++) expect((await world.signIn()).status).toBe(401)
    expect(await (await world.signIn('fang', { password: 'not the password' })).json()).toMatchObject({
      code: 'signInFailed',
    })
    expect((await world.signIn('fang', { code: codeNow(made) })).status).toBe(200)
  })

  test('wrong ones count like wrong passwords', async () => {
    const { made } = await withFactor()
    const wrong = codeNow(made) === '000000' ? '000001' : '000000'
    for (let i = 0; i < 5; i++) {
      expect(await (await world.signIn('fang', { code: wrong })).json()).toMatchObject({ code: 'secondFactorWrong' })
    }
    expect((await world.signIn('fang', { code: codeNow(made) })).status).toBe(429)
    const failed = (await world.audit()).filter(({ outcome }) => outcome === 'failed')
    expect(failed.map(({ after }) => after)).toEqual(Array(5).fill('{"reason":"secondFactor"}'))
  })

  test('a missing one in between does not make the count begin anew', async () => {
    const { made } = await withFactor()
    const wrong = codeNow(made) === '000000' ? '000001' : '000000'
    for (let i = 0; i < 5; i++) {
      await world.signIn('fang', { code: wrong })
      await world.signIn('fang')
    }
    expect((await world.signIn('fang', { code: codeNow(made) })).status).toBe(429)
  })
})

test('a wrong code at a set-up link is counted with those of signing in, and written down', async () => {
  const { made } = await withFactor()
  const { id } = await world.store.db.selectFrom('account').select('id').executeTakeFirstOrThrow()
  const terms = { accountId: id, nowMs: world.clock.at, publicOrigin: 'https://board.example' }
  const link = await world.store.db.transaction().execute(trx => makeLink(trx, terms))
  const asked = { token: link.url.split('#')[1], username: 'fang', password: '渡口的老船工唱了十二支歌' }
  const setUp = (code: string) => world.post('/auth/set-up', { ...asked, code })
  const wrong = codeNow(made) === '000000' ? '000001' : '000000'
  for (let i = 0; i < 5; i++) expect(await (await setUp(wrong)).json()).toMatchObject({ code: 'secondFactorWrong' })
  expect((await setUp(codeNow(made))).status).toBe(429)
  const failed = (await world.audit()).filter(({ operation }) => operation === 'setUp')
  expect(failed).toHaveLength(5)
  expect(failed[0]).toMatchObject({ outcome: 'failed', username: 'fang', subject: `account/${id}`, account_id: null })
})

describe('a code is taken once', () => {
  test('not again, nor one before it', async () => {
    const { made } = await withFactor()
    const [before, now, next] = [codeNow(made, -1), codeNow(made), codeNow(made, 1)]
    expect((await world.signIn('fang', { code: now })).status).toBe(200)
    expect((await world.signIn('fang', { code: now })).status).toBe(401)
    expect((await world.signIn('fang', { code: before })).status).toBe(401)
    expect((await world.signIn('fang', { code: next })).status).toBe(200)
  })

  test('the one that confirmed it does not sign in', async () => {
    const { made } = await withFactor()
    expect((await world.signIn('fang', { code: codeNow(made, -1) })).status).toBe(401)
  })

  test('by one of two who use it at once', async () => {
    const { made } = await withFactor()
    const code = codeNow(made)
    const answers = await Promise.all([world.signIn('fang', { code }), world.signIn('fang', { code })])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401])
  })

  test('a backup code too, however it is typed', async () => {
    const { made } = await withFactor()
    const [first = '', second = ''] = made.backupCodes
    expect((await world.signIn('fang', { code: first.toUpperCase().replace('-', ' ') })).status).toBe(200)
    expect((await world.signIn('fang', { code: first })).status).toBe(401)
    const answers = await Promise.all([world.signIn('fang', { code: second }), world.signIn('fang', { code: second })])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401])
  })
})

describe('a role that needs a second factor', () => {
  test('does nothing else before it is set up', async () => {
    await world.createAccount({ role: 'cityOffice' })
    const cookie = await signedIn()
    const me = (await (await world.ask('/me', { cookie })).json()) as { may: string[]; secondFactor: object }
    expect(me.secondFactor).toEqual({ enabled: false, required: true })
    expect(me.may).not.toContain('listCentres')
    const refused = await world.ask('/centres', { cookie })
    expect(await refused.json()).toMatchObject({ status: 403, code: 'secondFactorMissing' })
    const made = (await (await begin(cookie)).json()) as Made
    await confirm(cookie, codeNow(made))
    expect((await world.ask('/centres', { cookie })).status).toBe(200)
  })

  test('cannot remove it', async () => {
    const { cookie } = await withFactor('cityOffice')
    expect(await (await remove(cookie)).json()).toMatchObject({ status: 403, code: 'forbidden' })
    expect((await world.signIn()).status).toBe(401)
  })
})

test('whoever may do without removes it by the password', async () => {
  const { cookie } = await withFactor()
  expect((await remove(cookie, 'not the password')).status).toBe(403)
  expect(await (await remove(cookie)).json()).toMatchObject({ secondFactor: { enabled: false } })
  expect((await world.signIn()).status).toBe(200)
})
