import { randomUUID } from 'node:crypto'
import type { ActDone } from '@lvliang/shared/centres/act.schema'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createLiveApp, type LiveApp } from '../factories/store.ts'

const CENTRE = 'LL2018-034'
const COUNTY = '141124'

let live: LiveApp
beforeEach(async () => {
  live = await createLiveApp()
})
afterEach(() => live.close())

type Who = Parameters<LiveApp['as']>[0]
const CLERK: Who = { principal: 'county', county: COUNTY }
const INSPECTOR: Who = { principal: 'inspector', county: '141181' }
const CITY: Who = { principal: 'cityOffice' }

async function send(who: Who, path: string, body: object, version: number | null, method = 'POST') {
  const client = await live.as(who)
  const headers: Record<string, string> = { 'content-type': 'application/json' }
  if (version !== null) headers['if-match'] = `"${version}"`
  return client.request(`/api/centres/${CENTRE}${path}`, { method, headers, body: JSON.stringify(body) })
}

async function done(who: Who, path: string, body: object, version: number, method?: string): Promise<ActDone> {
  const response = await send(who, path, { id: randomUUID(), ...body }, version, method)
  if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`)
  return (await response.json()) as ActDone
}

const site = (version: number) =>
  done(
    CLERK,
    '',
    { facts: { town: '白文镇', village: '张家沟村' }, siting: { id: randomUUID(), date: '2018-03-05' } },
    version,
    'PATCH',
  )

describe('an act on a centre', () => {
  test('is stored, counted and answered with the new version', async () => {
    const { centre, recordIds } = await site(0)
    expect(centre).toMatchObject({ stage: 'sited', village: '张家沟村', version: 2 })
    expect(recordIds).toHaveLength(2)
    const read = await live.get<{ stage: string; history: { recordedBy: string }[] }>(`/api/centres/${CENTRE}`)
    expect(read.stage).toBe('sited')
    expect(read.history[0]?.recordedBy).toBe('临县民政局')
  })

  test('names the version it was made from', async () => {
    const body = { id: randomUUID(), facts: { note: '一' } }
    expect((await send(CLERK, '', body, null, 'PATCH')).status).toBe(428)
    await done(CLERK, '', { facts: { note: '二' } }, 0, 'PATCH')
    const stale = await send(CLERK, '', body, 0, 'PATCH')
    expect(stale.status).toBe(412)
    expect(await stale.json()).toMatchObject({ code: 'versionStale', current: { version: 1, note: '二' } })
  })

  test('sent again is the same act, with other content it is refused', async () => {
    const id = randomUUID()
    const first = await send(CLERK, '', { id, facts: { note: '一' } }, 0, 'PATCH')
    const again = await send(CLERK, '', { id, facts: { note: '一' } }, 0, 'PATCH')
    expect([first.status, again.status]).toEqual([201, 200])
    expect(((await again.json()) as ActDone).centre.version).toBe(1)
    const other = await send(CLERK, '', { id, facts: { note: '二' } }, 1, 'PATCH')
    expect(other.status).toBe(409)
  })

  test('is refused to another county', async () => {
    const response = await send(
      { principal: 'county', county: '141181' },
      '',
      { id: randomUUID(), facts: { note: '一' } },
      0,
      'PATCH',
    )
    expect(response.status).toBe(403)
  })
})

describe('a stage', () => {
  test('reported and verified are two values', async () => {
    await site(0)
    await done(CLERK, '/stage-records', { stage: 'started', date: '2018-05-20' }, 2)
    const { centre } = await done(
      INSPECTOR,
      '/stage-records',
      { basis: 'verified', stage: 'started', checkedOn: '2018-06-05', date: '2018-05-28' },
      3,
    )
    expect(centre).toMatchObject({ stage: 'started', verifiedStage: 'started', verification: 'disputed' })
    expect(centre.milestones.groundbreaking).toMatchObject({ reported: '2018-05-20', verified: '2018-05-28' })
  })

  test('is not reported by an inspector nor verified by a county', async () => {
    await site(0)
    const reported = await send(
      INSPECTOR,
      '/stage-records',
      { id: randomUUID(), stage: 'started', date: '2018-05-20' },
      2,
    )
    const verified = await send(
      CLERK,
      '/stage-records',
      { id: randomUUID(), basis: 'verified', stage: 'sited', checkedOn: '2018-06-05' },
      2,
    )
    expect([reported.status, verified.status]).toEqual([403, 403])
  })

  test('is not dated ahead, and out of order only when that is said', async () => {
    await site(0)
    const ahead = await send(CLERK, '/stage-records', { id: randomUUID(), stage: 'started', date: '2018-08-01' }, 2)
    expect(ahead.status).toBe(422)
    expect(await ahead.json()).toMatchObject({ code: 'ruleBroken', errors: [{ pointer: '/date', code: 'dateAhead' }] })
    const early = { id: randomUUID(), stage: 'started', date: '2018-03-01' }
    const refused = await send(CLERK, '/stage-records', early, 2)
    expect(await refused.json()).toMatchObject({ code: 'doubtful', errors: [{ code: 'dateOrder' }] })
    expect((await send(CLERK, '/stage-records', { ...early, acceptDoubts: true }, 2)).status).toBe(201)
  })

  test('taken back on the day of its entry leaves what was reported before', async () => {
    await site(0)
    await done(CLERK, '/stage-records', { stage: 'started', date: '2018-05-20' }, 2)
    const { recordIds } = await done(CLERK, '/stage-records', { stage: 'started', date: '2018-05-25' }, 3)
    const { centre } = await done(CLERK, '/stage-withdrawals', { reportId: recordIds[0] }, 4)
    expect(centre.milestones.groundbreaking.reported).toBe('2018-05-20')
    live.clock.at += 86_400_000
    const late = await send(CLERK, '/stage-withdrawals', { id: randomUUID(), reportId: centre.stages[2]?.reportId }, 5)
    expect(await late.json()).toMatchObject({ errors: [{ code: 'notToday' }] })
  })

  test('goes back by the city office alone, with a reason', async () => {
    await site(0)
    await done(CLERK, '/stage-records', { stage: 'started', date: '2018-05-20' }, 2)
    const body = { stage: 'sited', date: '2018-06-01', reason: '误报' }
    expect((await send(CLERK, '/stage-reversals', { id: randomUUID(), ...body }, 3)).status).toBe(403)
    const { centre } = await done(CITY, '/stage-reversals', body, 3)
    expect(centre.stage).toBe('sited')
  })
})

describe('requests', () => {
  test('a relocation is asked for by the county and agreed to by the city', async () => {
    await site(0)
    const { centre } = await done(CLERK, '/relocations', { date: '2018-06-01', reason: '滑坡' }, 2)
    expect(centre.overlay).toBe('relocating')
    const after = await done(
      CITY,
      '/relocations/agreement',
      {
        requestId: centre.relocations[0]?.id,
        date: '2018-06-10',
        facts: { village: '李家湾村' },
        dueDays: { mainStructure: '2018-10-20' },
      },
      3,
    )
    expect(after.centre).toMatchObject({ overlay: null, village: '李家湾村' })
    expect(after.centre.milestones.mainStructure.due).toBe('2018-10-20')
  })

  test('a declined one leaves all as it was', async () => {
    await site(0)
    const delay = {
      date: '2018-07-01',
      milestone: 'mainStructure',
      newDue: '2018-10-20',
      category: 'weather',
      evidence: '证明',
    }
    const { centre } = await done(CLERK, '/delay-requests', delay, 2)
    const requestId = centre.delayRequests[0]?.id
    const declined = await done(CITY, '/declined-requests', { requestId, date: '2018-07-02', reason: '证据不足' }, 3)
    expect(declined.centre.delayRequests[0]?.decided).toBe('declined')
    const again = await send(
      CITY,
      '/declined-requests',
      { id: randomUUID(), requestId, date: '2018-07-02', reason: '证据不足' },
      4,
    )
    expect(again.status).toBe(422)
  })

  test('work stops and resumes', async () => {
    await site(0)
    const { centre } = await done(CLERK, '/suspensions', { date: '2018-07-01', reason: '暴雨' }, 2)
    expect(centre.overlay).toBe('suspended')
    expect((await done(CLERK, '/suspensions/end', { date: '2018-07-10' }, 3)).centre.overlay).toBeNull()
  })
})
