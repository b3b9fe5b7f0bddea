import { parseTrustedProxies, type TrustedProxies } from '@lvliang/server/access/client-address'
import { afterEach, describe, expect, test } from 'vitest'
import { type AccountsWorld, cookieSet, createAccounts } from '../factories/accounts.ts'

const TRIES = 200
const WRONG = { password: 'not the password' }
const forged = (i: number) => ({ headers: { 'x-forwarded-for': `198.51.100.${i}` } })

let world: AccountsWorld
afterEach(() => world.close())

const open = async (trustedProxies?: TrustedProxies) => {
  world = await createAccounts(trustedProxies ? { trustedProxies } : {})
  await world.createAccount({ username: 'fang' })
  await world.createAccount({ username: 'other' })
}
const statusesOf = async (username: string, address: string) => {
  const statuses: number[] = []
  for (let i = 0; i < TRIES; i++) {
    statuses.push((await world.signIn(username, { ...WRONG, ...forged(i), address })).status)
  }
  return statuses
}
const LOCKED_AFTER_5 = [...Array(5).fill(401), ...Array(TRIES - 5).fill(429)]

describe('200 wrong passwords under 200 forged addresses', () => {
  test('are locked after five; other accounts and networks are not', async () => {
    await open()
    expect(await statusesOf('fang', '10.0.0.7')).toEqual(LOCKED_AFTER_5)
    expect(await statusesOf('nobody', '10.0.0.7')).toEqual(LOCKED_AFTER_5)
    expect((await world.signIn('fang', { address: '10.0.0.7', ...forged(201) })).status).toBe(429)
    expect((await world.signIn('other', { address: '10.0.0.7' })).status).toBe(200)
    expect((await world.signIn('fang', { address: '10.0.0.8' })).status).toBe(200)
  })

  test('are locked behind a trusted proxy, too: what stands before its own word is not taken', async () => {
    await open(parseTrustedProxies('10.0.0.1') ?? undefined)
    const statuses: number[] = []
    for (let i = 0; i < TRIES; i++) {
      const headers = { 'x-forwarded-for': `198.51.100.${i}, 203.0.113.9` }
      statuses.push((await world.signIn('fang', { ...WRONG, headers, address: '10.0.0.1' })).status)
    }
    expect(statuses).toEqual(LOCKED_AFTER_5)
    const elsewhere = { headers: { 'x-forwarded-for': '203.0.113.10' }, address: '10.0.0.1' }
    expect((await world.signIn('fang', elsewhere)).status).toBe(200)
  })
})

test('of a flood from everywhere as many are checked as memory allows; the others are told to come back', async () => {
  await open()
  const tries = Array.from({ length: 80 }, (_, i) => world.signIn(`name-${i}`, { address: `10.1.0.${i}` }))
  const answers = await Promise.all(tries)
  const busy = answers.filter(({ status }) => status === 503)
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(80 - busy.length)
  expect(busy.length).toBeGreaterThan(0)
  for (const answer of busy) expect(answer.headers.get('retry-after')).toBe('5')
  expect((await world.signIn()).status).toBe(200)
})

test('on https the cookie is bound to the host and never sent in clear', async () => {
  await open()
  const { cookies } = world.accounts
  const token = cookies.makeToken()
  const secure = cookies.set(token, { secure: true, keepSeconds: null })
  expect(secure).toMatch(/^__Host-session=[\w.-]+; Path=\/; HttpOnly; SameSite=Lax; Secure$/)
  expect(cookies.read(secure.split(';')[0] ?? '', true)).toBe(token)
  expect(cookies.read(secure.split(';')[0] ?? '', false)).toBeNull()
  expect(cookieSet(await world.signIn())).toMatch(/^session=/)
})
