import { randomUUID } from 'node:crypto'
import { request } from 'node:http'
import { VisitPlanIndex } from '@lvliang/server/ledger/visit-plan-index'
import { checkStore } from '@lvliang/server/store/check-store'
import type { VisitDetail } from '@lvliang/shared/inspections/visit.schema'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Identity } from '../factories/clients.ts'
import { listenTo, serveApp } from '../factories/listen.ts'
import { report } from '../factories/records.ts'
import { createLiveApp, type LiveApp } from '../factories/store.ts'
import { addPhotos, CENTRE, COUNTY, createFinding, createVisit, createVisitPlan } from '../factories/visits.ts'

const INSPECTOR: Identity = { principal: 'inspector', county: '141181' }
const COLLEAGUE: Identity = { principal: 'inspector', county: '141121' }
const CLERK: Identity = { principal: 'county', county: COUNTY }

let live: LiveApp
let served: Awaited<ReturnType<typeof serveApp>>
let team: string[]
let cookie: string
beforeEach(async () => {
  live = await createLiveApp([report('sited', '2018-03-05'), report('started', '2018-05-20')])
  served = await serveApp(live)
  team = await Promise.all([INSPECTOR, COLLEAGUE].map(live.accountId))
  cookie = (await live.as(INSPECTOR)).cookie
})
afterEach(async () => {
  await served.close()
  await live.close()
})

/** A visit with thirty items, six photos and two findings. */
async function wholeVisit() {
  const { groups } = await live.get<{ groups: { items: { id: string }[] }[] }>('/api/checklist')
  const ids = groups.flatMap(({ items }) => items.map(({ id }) => id)).slice(0, 30)
  const photos = addPhotos(live, 6)
  return createVisit({
    inspectors: team,
    items: ids.map((item, i) => ({
      item,
      result: i < 2 ? ('fail' as const) : ('pass' as const),
      note: '现场查看，与图纸一致',
      ...(i < 2 ? { photoIds: [photos[i] as string] } : {}),
    })),
    photoIds: photos.slice(2),
    findings: ids.slice(0, 2).map(item => createFinding({ item })),
    verified: { id: randomUUID(), stage: 'started' },
  })
}

const headers = () => ({ cookie, origin: served.url, 'content-type': 'application/json' })
const addressOf = (id: string) => `${served.url}/api/visits/${id}/record`
const send = (id: string, visit: object) =>
  fetch(addressOf(id), { method: 'POST', headers: headers(), body: JSON.stringify(visit) })

/** Sends so much of a body that says it is longer, and hangs up. */
async function sendAndCut(id: string, text: string, sentBytes: number): Promise<void> {
  const body = Buffer.from(text)
  const sending = request(addressOf(id), {
    method: 'POST',
    headers: { ...headers(), 'content-length': body.length },
  })
  sending.on('error', () => {})
  await new Promise<void>(resolve => sending.write(body.subarray(0, sentBytes), () => resolve()))
  const closed = new Promise<void>(resolve => sending.on('close', resolve))
  await new Promise(resolve => setTimeout(resolve, 20))
  sending.destroy()
  await closed
}

const kinds = () => live.ledger.recordsOfCentre(CENTRE).map(({ kind }) => kind)
const ONE_VISIT = ['stageReported', 'stageReported', 'visitRecorded', 'stageVerified', 'issueRaised', 'issueRaised']

describe('a visit sent over a bad line', () => {
  test.each([
    ['after its head', 0.01],
    ['half way', 0.5],
    ['before its last byte', 0.999],
  ])('cut %s leaves nothing, and is whole when sent again', async (_, part) => {
    const id = randomUUID()
    const visit = await wholeVisit()
    const text = JSON.stringify(visit)
    await sendAndCut(id, text, Math.min(Math.ceil(text.length * part), Buffer.byteLength(text) - 1))
    expect(kinds()).toEqual(['stageReported', 'stageReported'])
    const first = await send(id, visit)
    const again = await send(id, visit)
    expect([first.status, again.status]).toEqual([201, 200])
    expect((await first.json()) as VisitDetail).toEqual(await again.json())
    expect(kinds()).toEqual(ONE_VISIT)
    expect(await checkStore(live.store.db)).toEqual([])
  })

  test('of which the answer is lost is one record when sent again', async () => {
    const id = randomUUID()
    const visit = await wholeVisit()
    const text = JSON.stringify(visit)
    await sendAndCut(id, text, Buffer.byteLength(text))
    await expect.poll(kinds).toEqual(ONE_VISIT)
    expect((await send(id, visit)).status).toBe(200)
    expect(kinds()).toEqual(ONE_VISIT)
  })

  test('that is larger than any visit is refused before it is read', async () => {
    const response = await send(randomUUID(), { ...(await wholeVisit()), notes: '长'.repeat(100_000) })
    expect(response.status).toBe(413)
  })
})

test('no county hears of an unannounced visit before it was made, then all do', async () => {
  const clerk = await live.as(CLERK)
  const listener = await listenTo(served.url, { cookie: clerk.cookie })
  const colleague = await listenTo(served.url, { cookie: (await live.as(COLLEAGUE)).cookie })
  const planned = createVisitPlan({ kind: 'unannounced', inspectors: team })
  const inspector = await live.as(INSPECTOR)
  const post = (path: string, body: object) =>
    inspector.request(`/api/visits${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  expect((await post('', planned)).status).toBe(201)
  expect((await post('', createVisitPlan({ kind: 'randomDraw', inspectors: team }))).status).toBe(201)
  const about = {
    type: 'evidence',
    act: randomUUID(),
    code: CENTRE,
    county: COUNTY,
    version: null,
    date: '2018-07-31',
  } as const
  live.whole.tellEvidence({ ...about, kind: 'photo', recordId: randomUUID(), recordedBy: '市督查组' })
  live.whole.tellEvidence({ ...about, kind: 'photo', recordId: randomUUID(), recordedBy: '市民政局' })
  await new Promise(resolve => setTimeout(resolve, 100))
  expect(colleague.heard.filter(({ name }) => name !== 'hello')).toHaveLength(2)
  expect(listener.heard.filter(({ name }) => name !== 'hello')).toEqual([])
  expect((await post(`/${planned.id}/record`, createVisit({ kind: 'unannounced', inspectors: team }))).status).toBe(201)
  await expect.poll(() => listener.heard.map(({ data }) => data.kind)).toContain('visitRecorded')
  for (const each of [listener, colleague]) {
    each.leave()
    await each.ended
  }
})

test('plans and cancellations are there when the program starts again', async () => {
  const inspector = await live.as(INSPECTOR)
  const planned = createVisitPlan({ inspectors: team, note: '带卷尺' })
  const sent = { method: 'POST', headers: { 'content-type': 'application/json' } }
  await inspector.request('/api/visits', { ...sent, body: JSON.stringify(planned) })
  const reason = { id: randomUUID(), reason: '道路不通' }
  await inspector.request(`/api/visits/${planned.id}/cancellation`, { ...sent, body: JSON.stringify(reason) })
  const plans = await VisitPlanIndex.load(live.store.db)
  expect(plans.find(planned.id)).toMatchObject({ centreCode: CENTRE, plannedOn: '2018-08-02', note: '带卷尺' })
  expect(plans.find(planned.id)?.inspectors.map(({ accountId }) => accountId)).toEqual(team)
  expect(plans.cancellationOf(planned.id)).toMatchObject(reason)
  expect(await checkStore(live.store.db)).toEqual([])
})
