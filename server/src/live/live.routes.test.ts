import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import type { ActDone } from '@lvliang/shared/centres/act.schema'
import { liveEventSchema } from '@lvliang/shared/live/live-event.schema'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Client } from '../../../test/factories/clients.ts'
import { type Heard, listenTo, serveApp } from '../../../test/factories/listen.ts'
import { plan } from '../../../test/factories/programme.ts'
import { createLiveApp, type LiveApp } from '../../../test/factories/store.ts'

let live: LiveApp
let served: Awaited<ReturnType<typeof serveApp>>
let clerk: Client
beforeEach(async () => {
  live = await createLiveApp()
  served = await serveApp(live)
  clerk = await live.as({ principal: 'county', county: '141124' })
})
afterEach(async () => {
  await served.close()
  await live.close()
})

const versions = new Map<string, number>()
beforeEach(() => versions.clear())

/** States a note of a centre of 临县: one record. */
async function writeNote(note: string, centre = 'LL2018-034'): Promise<ActDone> {
  const response = await clerk.request(`/api/centres/${centre}`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json', 'if-match': `"${versions.get(centre) ?? 0}"` },
    body: JSON.stringify({ id: randomUUID(), facts: { note } }),
  })
  if (response.status !== 201) throw new Error(await response.text())
  const done = (await response.json()) as ActDone
  versions.set(centre, done.centre.version)
  return done
}

async function site(centre = 'LL2018-035'): Promise<ActDone> {
  const siting = { id: randomUUID(), date: '2018-03-05' }
  const response = await clerk.request(`/api/centres/${centre}`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json', 'if-match': '"0"' },
    body: JSON.stringify({ id: randomUUID(), facts: { town: '白文镇', village: '张家沟村' }, siting }),
  })
  if (response.status !== 201) throw new Error(await response.text())
  return (await response.json()) as ActDone
}

const cookieOf = async (principal: 'leader' | 'wall' | 'auditor' = 'leader') => (await live.as({ principal })).cookie
const messages = ({ heard }: { heard: Heard[] }) => heard.filter(({ name }) => name === 'message')
const metric = async (name = 'streams') =>
  Number(new RegExp(`^lvliang_${name} (\\d+)$`, 'm').exec(await (await live.app.request('/metrics')).text())?.[1])

describe('a listener', () => {
  test('is told the place reached, and each record as it is entered', async () => {
    const listener = await listenTo(served.url, { cookie: await cookieOf() })
    const { recordIds } = await site()
    await vi.waitFor(() => expect(messages(listener)).toHaveLength(2))
    expect(listener.heard[0]).toMatchObject({ name: 'hello', id: 0 })
    expect(listener.text).toMatch(/^retry: \d{4}\n\n/)
    expect(messages(listener).map(({ id, data }) => [id, liveEventSchema.parse(data)])).toEqual([
      [
        1,
        {
          type: 'centre',
          recordId: recordIds[0],
          act: recordIds[0],
          code: 'LL2018-035',
          county: '141124',
          version: 1,
          kind: 'facts',
          date: '2018-03-05',
          recordedBy: '临县民政局',
        },
      ],
      [2, expect.objectContaining({ recordId: recordIds[1], act: recordIds[0], version: 2, stage: 'sited' })],
    ])
  })

  test('is told of an issue as it is raised and moved, at a centre or of a county alone', async () => {
    const listener = await listenTo(served.url, { cookie: await cookieOf() })
    const post = async (who: Client, path: string, body: object, headers = {}) => {
      const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers } }
      const response = await who.request(path, { ...init, body: JSON.stringify({ date: '2018-07-31', ...body }) })
      if (response.status !== 201) throw new Error(await response.text())
    }
    const leader = await live.as({ principal: 'leader' })
    const order = { source: 'order', title: '加快进度' }
    const [ofCentre, ofCounty, move] = [randomUUID(), randomUUID(), randomUUID()]
    await post(leader, '/api/issues', { id: ofCentre, centre: 'LL2018-034', ...order })
    await post(leader, '/api/issues', { id: ofCounty, county: '141124', ...order })
    await post(clerk, `/api/issues/${ofCounty}/transitions`, { id: move, move: 'start' }, { 'if-match': '"1"' })
    await vi.waitFor(() => expect(messages(listener)).toHaveLength(3))
    const told = messages(listener).map(({ data }) => liveEventSchema.parse(data))
    expect(
      told.map(({ recordId, type, code, county, version, kind }) => [recordId, type, code, county, version, kind]),
    ).toEqual([
      [ofCentre, 'centre', 'LL2018-034', '141124', 1, 'issueRaised'],
      [ofCounty, 'county', null, '141124', null, 'issueRaised'],
      [move, 'county', null, '141124', null, 'issueMoved'],
    ])
    expect(listener.text).not.toContain('加快进度')
  })

  test('is told nothing that was said and nobody by name', async () => {
    const listener = await listenTo(served.url, { cookie: await cookieOf() })
    await writeNote('请找王秀英 13803580000')
    await vi.waitFor(() => expect(messages(listener)).toHaveLength(1))
    expect(listener.text).not.toMatch(/王秀英|1380358|test-county/)
  })

  test('is answered with a stream that nobody keeps, squeezes or holds back', async () => {
    const { response } = await listenTo(served.url, { cookie: await cookieOf() })
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    })
    expect(response.headers.get('content-encoding')).toBeNull()
    expect(response.headers.get('content-length')).toBeNull()
  })

  test('is one of fifty that hear of a write within a second', async () => {
    const cookie = await cookieOf()
    const all = await Promise.all(Array.from({ length: 50 }, () => listenTo(served.url, { cookie })))
    expect(await metric()).toBe(50)
    const started = performance.now()
    await writeNote('一')
    await vi.waitFor(() => expect(all.every(one => messages(one).length === 1)).toBe(true), {
      timeout: 5000,
      interval: 5,
    })
    const latest = Math.max(...all.map(one => (messages(one)[0] as Heard).atMs))
    expect(latest - started).toBeLessThan(1000)
    for (const one of all) one.leave()
    await vi.waitFor(async () => expect(await metric()).toBe(0))
  })

  test('who only asks for the head opens no stream', async () => {
    const response = await fetch(`${served.url}/api/events`, { method: 'HEAD', headers: { cookie: await cookieOf() } })
    expect(response.status).toBe(200)
    expect(await metric()).toBe(0)
  })
})

describe('who comes back', () => {
  test('misses nothing and hears nothing twice while others write', async () => {
    const cookie = await cookieOf()
    let comings = 0
    let writing = 4
    // Slowly enough for nobody to fall 500 behind: what happens then is another test.
    const writers = ['LL2018-034', 'LL2018-035', 'LL2018-036', 'LL2018-037'].map(async centre => {
      for (let n = 0; comings < 8; n++) await writeNote(`${n}`, centre).then(() => wait(25))
      writing--
    })
    const heard: number[] = []
    while (writing > 0 || comings < 10) {
      const listener = await listenTo(served.url, { cookie, after: heard.at(-1) ?? 0 })
      comings++
      await wait(15)
      listener.leave()
      await listener.ended
      for (const { id } of messages(listener)) heard.push(id as number)
    }
    await Promise.all(writers)
    const rest = await listenTo(served.url, { cookie, after: heard.at(-1) ?? 0 })
    const records = await metric('records')
    await vi.waitFor(() => expect(heard.length + messages(rest).length).toBe(records))
    const all = [...heard, ...messages(rest).map(({ id }) => id)]
    expect(records).toBeGreaterThan(10)
    expect(all).toEqual(Array.from({ length: records }, (_, i) => i + 1))
  })

  test('may say in the address where it was, and the browser says it better', async () => {
    await writeNote('一')
    await writeNote('二')
    const client = await live.as({ principal: 'leader' })
    const first = async (path: string, headers = {}) => {
      const reader = (await client.request(path, { headers })).body?.getReader()
      const { value } = (await reader?.read()) ?? {}
      await reader?.cancel()
      return [...new TextDecoder().decode(value).matchAll(/^id: (\d+)\ndata: {"type"/gm)].map(([, id]) => Number(id))
    }
    expect(await first('/api/events?lastEventId=0')).toEqual([1, 2])
    expect(await first('/api/events?lastEventId=0', { 'last-event-id': '1' })).toEqual([2])
  })

  test('too far behind, ahead of everything or with no place at all is told to read everything anew', async () => {
    for (let n = 0; n < 501; n++) await writeNote(`${n}`)
    const cookie = await cookieOf()
    for (const after of ['0', '900', 'yesterday']) {
      const listener = await listenTo(served.url, { cookie, after })
      await vi.waitFor(() => expect(listener.heard).toHaveLength(2))
      expect(listener.heard, after).toMatchObject([
        { name: 'reset', id: 501 },
        { name: 'hello', id: 501 },
      ])
      listener.leave()
    }
    const behind = await listenTo(served.url, { cookie, after: 1 })
    await vi.waitFor(() => expect(messages(behind)).toHaveLength(500))
  })

  test('with a place in the address that is none is refused', async () => {
    const client = await live.as({ principal: 'leader' })
    expect((await client.request('/api/events?lastEventId=-1')).status).toBe(400)
    expect((await client.request('/api/events?after=1')).status).toBe(400)
  })
})

describe('a stream ends', () => {
  test('with the session', async () => {
    const leader = await live.as({ principal: 'leader' })
    const listener = await listenTo(served.url, { cookie: leader.cookie })
    await vi.waitFor(() => expect(listener.heard).toHaveLength(1))
    await leader.request('/api/auth/sign-out', { method: 'POST' })
    await listener.ended
    // Who is leaving does not come back at once, only to be refused.
    expect(listener.text).toMatch(/retry: 15000\n\n$/)
    await writeNote('一')
    expect(messages(listener)).toEqual([])
    expect((await fetch(`${served.url}/api/events`, { headers: { cookie: leader.cookie } })).status).toBe(401)
  })

  test('with the link of a wall screen, before it is told anything more', async () => {
    const listener = await listenTo(served.url, { cookie: await cookieOf('wall') })
    const { items } = await (await (await live.as({ principal: 'systemAdmin' })).request('/api/wall-links')).json()
    await (await live.as({ principal: 'systemAdmin' })).request(`/api/wall-links/${items[0].id}`, { method: 'DELETE' })
    await writeNote('一')
    await listener.ended
    expect(messages(listener)).toEqual([])
  })

  test('with the server, which takes no more', async () => {
    const cookie = await cookieOf()
    const listener = await listenTo(served.url, { cookie })
    live.whole.endStreams()
    await listener.ended
    expect((await fetch(`${served.url}/api/events`, { headers: { cookie } })).status).toBe(503)
  })

  test('for a reader who does not read', async () => {
    const socket = connect(Number(new URL(served.url).port), '127.0.0.1')
    socket.pause()
    socket.write(`GET /api/events HTTP/1.1\r\nHost: localhost\r\nCookie: ${await cookieOf()}\r\n\r\n`)
    await vi.waitFor(async () => expect(await metric()).toBe(1))
    const closed = new Promise<void>(resolve => socket.once('close', () => resolve()))
    // More than the system keeps for a reader, in records that are each told to one.
    const told = { type: 'evidence', recordedBy: 'x'.repeat(100_000) } as never
    for (let n = 0; n < 200 && (await metric()) > 0; n++) live.whole.tellEvidence(told)
    expect(await metric()).toBe(0)
    socket.resume()
    await closed
  })
})

test('is not for who may not see the board', async () => {
  const auditor = await live.as({ principal: 'auditor' })
  expect((await auditor.request('/api/events')).status).toBe(403)
  expect((await live.whole.request('/api/events')).status).toBe(401)
})

test('one account opens so many streams and no more', async () => {
  const cookie = await cookieOf()
  const all = await Promise.all(Array.from({ length: 61 }, () => listenTo(served.url, { cookie })))
  expect(all.filter(({ response }) => response.status === 429)).toHaveLength(1)
  const other = await listenTo(served.url, {
    cookie: (await live.as({ principal: 'county', county: plan.counties[0]?.code })).cookie,
  })
  expect(other.response.status).toBe(200)
})

test('a change of the plan itself has everything read anew, also by who was away', async () => {
  const cookie = await cookieOf()
  const listener = await listenTo(served.url, { cookie })
  const city = await live.as({ principal: 'cityOffice' })
  const moved = await city.request('/api/quota-moves', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id: randomUUID(), fromCounty: '141124', toCounty: '141123', slots: 1, reason: '未选址' }),
  })
  expect(moved.status).toBe(201)
  const away = await listenTo(served.url, { cookie, after: 0 })
  for (const one of [listener, away]) {
    await vi.waitFor(() => expect(one.heard.map(({ name }) => name).toSorted()).toEqual(['hello', 'reset']))
  }
})
