import { createHash, randomUUID } from 'node:crypto'
import type { MadeWallLink, WallLink } from '@lvliang/shared/accounts/account.schema'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Administration, createAdministration } from '../../../../test/factories/administration.ts'
import { ActiveWallLinks } from './active-wall-links.ts'
import { findWallLink } from './wall.repo.ts'

let world: Administration
beforeAll(async () => {
  world = await createAdministration()
})
afterAll(() => world.close())

const HOUR_MS = 3_600_000
const newLink = (more: object = {}) => ({ id: randomUUID(), label: '三楼大厅', ...more })
const tokenOf = ({ url }: MadeWallLink) => new URL(url).searchParams.get('wall') as string
const make = async (wanted = newLink()) => (await (await world.send('/wall-links', wanted)).json()) as MadeWallLink
const revoke = (id: string) => world.send(`/wall-links/${id}`, undefined, { method: 'DELETE' })
const list = async () => (await world.getJson<{ items: WallLink[] }>('/wall-links')).items
const find = async (id: string) => (await list()).find(link => link.id === id)
/** What a wall screen is answered with this token as its cookie. */
const asWall = (token: string, path = '/api/summary') =>
  world.whole.request(path, { headers: { cookie: `wall=${token}` } })

describe('making a link', () => {
  test('answers its address once and keeps the hash of its token alone', async () => {
    const wanted = newLink()
    const { result, rows } = await world.audited(() => world.send('/wall-links', wanted))
    expect(result.status).toBe(201)
    expect(result.headers.get('cache-control')).toBe('no-store')
    const made = (await result.json()) as MadeWallLink
    expect(made.url).toMatch(/^http:\/\/localhost\/\?wall=[\w-]{43}$/)
    expect(made.link).toEqual({
      ...wanted,
      createdAt: new Date(world.clock.at).toISOString(),
      createdBy: 'test-systemadmin-city',
      lastUsedAt: null,
      revokedAt: null,
    })
    expect(await find(wanted.id)).toEqual(made.link)
    expect(rows).toMatchObject([{ operation: 'makeWallLink', subject: `wallLink/${wanted.id}`, after: made.link }])
    const stored = await world.store.db.selectFrom('wall_link').selectAll().where('id', '=', wanted.id).execute()
    const hash = createHash('sha256').update(tokenOf(made)).digest('hex')
    expect(stored).toMatchObject([{ token_hash: hash }])
    expect(JSON.stringify([rows, stored])).not.toContain(tokenOf(made))
    expect(JSON.stringify(rows)).not.toContain(hash)
  })

  test('asked the same again before it is used gives another address, and the first is void', async () => {
    const wanted = newLink()
    const first = await make(wanted)
    const { result, rows } = await world.audited(() => world.send('/wall-links', wanted))
    expect(result.status).toBe(200)
    const second = (await result.json()) as MadeWallLink
    expect((await list()).filter(({ id }) => id === wanted.id)).toHaveLength(1)
    expect((await asWall(tokenOf(first))).status).toBe(401)
    expect((await asWall(tokenOf(second))).status).toBe(200)
    expect(rows.map(({ operation }) => operation)).toEqual(['makeWallLink'])
  })

  test('the same id with another label, used, or revoked is refused', async () => {
    const wanted = newLink()
    const made = await make(wanted)
    expect((await world.send('/wall-links', { ...wanted, label: '一楼' })).status).toBe(409)
    await asWall(tokenOf(made))
    await vi.waitFor(async () => expect((await find(wanted.id))?.lastUsedAt).not.toBeNull())
    expect((await world.send('/wall-links', wanted)).status).toBe(409)
    expect((await asWall(tokenOf(made))).status).toBe(200)
    const other = newLink()
    await make(other)
    await revoke(other.id)
    expect(await (await world.send('/wall-links', other)).json()).toMatchObject({ status: 409, code: 'recordConflict' })
  })
})

describe('a wall screen', () => {
  test('exchanges its address for a cookie that stays 400 days, the token gone from the address', async () => {
    const made = await make()
    const response = await world.whole.request(`/?wall=${tokenOf(made)}`)
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe('/?wall')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('referrer-policy')).toBe('no-referrer')
    expect(response.headers.get('set-cookie')).toBe(
      `wall=${tokenOf(made)}; Path=/; HttpOnly; SameSite=Lax; Max-Age=34560000`,
    )
  })

  test('of an unknown or revoked link learns nothing of it', async () => {
    const made = await make()
    await revoke(made.link.id)
    const answers = []
    for (const token of [tokenOf(made), 'unknown', 'x'.repeat(5000), '%00']) {
      const { status, headers } = await world.whole.request(`/?wall=${token}`)
      answers.push([status, headers.get('location'), headers.get('set-cookie')])
    }
    expect(answers).toEqual(Array(4).fill([303, '/', null]))
  })

  test('reads the board, and nothing it has no right to, until its link is revoked', async () => {
    const made = await make()
    const token = tokenOf(made)
    expect((await asWall(token)).status).toBe(200)
    expect((await asWall(token, '/api/centres.csv')).status).toBe(403)
    expect((await asWall(token, '/api/wall-links')).status).toBe(403)
    expect(await (await asWall(token, '/api/me')).json()).toMatchObject({
      role: 'wall',
      endsAt: null,
      idleMinutes: null,
    })
    world.clock.at += 100 * 24 * HOUR_MS
    expect((await asWall(token)).status).toBe(200)
    world.clock.at -= 100 * 24 * HOUR_MS
    const { result, rows } = await world.audited(() => revoke(made.link.id))
    expect(result.status).toBe(204)
    expect((await asWall(token)).status).toBe(401)
    expect(rows).toMatchObject([
      { operation: 'revokeWallLink', subject: `wallLink/${made.link.id}`, before: { revokedAt: null } },
    ])
    expect(rows[0]?.after).toMatchObject({ revokedAt: new Date(world.clock.at).toISOString() })
  })

  test('is noted as seen at most once an hour', async () => {
    const made = await make()
    const seen = async () => (await findWallLink(world.store.db, made.link.id))?.lastUsedAt
    const start = world.clock.at
    const at = (ms: number) => new Date(start + ms).toISOString()
    await asWall(tokenOf(made))
    await vi.waitFor(async () => expect(await seen()).toBe(at(0)))
    world.clock.at = start + HOUR_MS - 1
    await asWall(tokenOf(made))
    expect(await seen()).toBe(at(0))
    world.clock.at = start + HOUR_MS
    await asWall(tokenOf(made))
    await vi.waitFor(async () => expect(await seen()).toBe(at(HOUR_MS)))
    world.clock.at = start
  })
})

test('revoking is done once, and an unknown link is unknown', async () => {
  const { link } = await make()
  await revoke(link.id)
  const { result, rows } = await world.audited(() => revoke(link.id))
  expect([result.status, rows]).toEqual([204, []])
  expect(await (await revoke(randomUUID())).json()).toMatchObject({ status: 404, code: 'linkUnknown' })
})

test('links in force are known again after a restart, revoked ones are not', async () => {
  const [kept, revoked] = [await make(), await make()]
  await revoke(revoked.link.id)

  const links = await ActiveWallLinks.load(world.store.db, world.clock)
  expect(links.viewerOf(tokenOf(kept))?.principal).toBe('wall')
  expect(links.viewerOf(tokenOf(revoked))).toBeNull()
  expect(links.viewerOf(null)).toBeNull()
})
