import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Identity } from '../../factories/clients.ts'
import { createLiveApp, type LiveApp } from '../../factories/store.ts'
import { CENTRE, COUNTY, createVisitPlan } from '../../factories/visits.ts'
import { type Operation, operationsOf } from './operations.ts'
import { phoneRecords } from './phones.ts'

const INSPECTOR: Identity = { principal: 'inspector', county: '141181' }
const COUNTIES: Identity[] = [COUNTY, '141181'].map(county => ({ principal: 'county', county }))

let live: LiveApp
let reads: Operation[]
beforeEach(async () => {
  live = await createLiveApp(phoneRecords)
  reads = operationsOf(await live.get('/api/openapi.json')).filter(
    ({ id, isChange }) => !isChange && id !== 'listenToEvents',
  )
})
afterEach(() => live.close())

/** What each read answers: status, headers that tell of content, and every byte. */
async function answersTo(who: Identity, visit: string): Promise<Map<string, string>> {
  const client = await live.as(who)
  const paths = reads.flatMap(({ path, pattern }) => {
    const asked = path({ centre: CENTRE, account: 'none' })
    return pattern.includes('{id}') ? [asked.replace(/[0-9a-f-]{36}/, visit)] : [asked]
  })
  const told = new Map<string, string>()
  for (const path of paths) {
    const answer = await client.request(path)
    const bytes = Buffer.from(await answer.arrayBuffer()).toString('base64')
    told.set(path, `${answer.status} ${answer.headers.get('etag')} ${answer.headers.get('content-length')} ${bytes}`)
  }
  return told
}

test('no read of any kind tells a county of a visit that is to surprise it', async () => {
  const [unannounced, drawn, off] = ['unannounced', 'randomDraw', 'unannounced'].map(kind =>
    createVisitPlan({ kind: kind as 'unannounced' | 'randomDraw' }),
  ) as [ReturnType<typeof createVisitPlan>, ReturnType<typeof createVisitPlan>, ReturnType<typeof createVisitPlan>]
  const inspector = await live.as(INSPECTOR)
  const team = await Promise.all([INSPECTOR, { ...INSPECTOR, county: '141121' }].map(live.accountId))
  const post = (path: string, body: object) =>
    inspector.request(`/api/visits${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const before = await Promise.all(COUNTIES.map(who => answersTo(who, unannounced.id)))
  const again = await Promise.all(COUNTIES.map(who => answersTo(who, unannounced.id)))
  for (const visit of [unannounced, drawn, off])
    expect((await post('', { ...visit, inspectors: team })).status).toBe(201)
  expect((await post(`/${off.id}/cancellation`, { id: randomUUID(), reason: '改期' })).status).toBe(201)
  const after = await Promise.all(COUNTIES.map(who => answersTo(who, unannounced.id)))
  let compared = 0
  for (const [i, told] of after.entries()) {
    for (const [path, answer] of told) {
      // Some say what time it is.
      if (before[i]?.get(path) !== again[i]?.get(path)) continue
      expect(answer, path).toBe(before[i]?.get(path))
      compared += 1
    }
  }
  expect(compared).toBeGreaterThan(60)
  const seen = await (await inspector.request('/api/visits')).json()
  expect(seen).toMatchObject({ total: 3 })
})
