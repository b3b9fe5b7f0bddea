import { randomUUID } from 'node:crypto'
import type { Summary } from '@lvliang/shared/board/summary.schema'
import type { Centre, CentreDetail } from '@lvliang/shared/centres/centre.schema'
import type { Checklist } from '@lvliang/shared/inspections/checklist.schema'
import type { RecordVisit, VisitDetail, VisitPage } from '@lvliang/shared/inspections/visit.schema'
import type { TaskList } from '@lvliang/shared/tasks/task.schema'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Identity } from '../../../test/factories/clients.ts'
import { createRecord, report } from '../../../test/factories/records.ts'
import { createLiveApp, type LiveApp } from '../../../test/factories/store.ts'
import {
  addPhotos,
  CENTRE,
  COUNTY,
  createFinding,
  createVisit,
  createVisitPlan,
} from '../../../test/factories/visits.ts'

const INSPECTOR: Identity = { principal: 'inspector', county: '141181' }
const COLLEAGUE: Identity = { principal: 'inspector', county: '141121' }
const AT_HOME: Identity = { principal: 'inspector', county: COUNTY }
const CITY: Identity = { principal: 'cityOffice' }
const CLERK: Identity = { principal: 'county', county: COUNTY }
const OTHER_CLERK: Identity = { principal: 'county', county: '141181' }

let live: LiveApp
let team: string[]
beforeEach(async () => {
  live = await createLiveApp([
    createRecord('facts', '2018-03-01', { facts: { town: '白文镇', village: '张家沟村' } }),
    report('sited', '2018-03-05'),
    report('started', '2018-05-20'),
  ])
  team = await Promise.all([INSPECTOR, COLLEAGUE].map(live.accountId))
})
afterEach(() => live.close())

async function send(who: Identity, path: string, body: unknown) {
  const client = await live.as(who)
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  return client.request(`/api/visits${path}`, init)
}
const read = async (who: Identity, path: string) => (await live.as(who)).request(`/api/visits${path}`)
const record = (id: string, visit: Partial<RecordVisit> = {}, who = INSPECTOR) =>
  send(who, `/${id}/record`, createVisit({ inspectors: team, ...visit }))
const plan = (overrides = {}, who = INSPECTOR) => send(who, '', createVisitPlan({ inspectors: team, ...overrides }))

async function bodyOf<T>(response: Response | Promise<Response>, status = 201): Promise<T> {
  const got = await response
  if (got.status !== status) throw new Error(`${got.status} ${await got.text()}`)
  return (await got.json()) as T
}
const codesOf = async (response: Promise<Response>) =>
  (await bodyOf<{ errors: { pointer: string; code: string }[] }>(response, 422)).errors.map(
    ({ pointer, code }) => `${pointer} ${code}`,
  )
const countOf = (kind: string) => live.ledger.recordsOfCentre(CENTRE).filter(each => each.kind === kind).length

describe('a visit to come', () => {
  test('is planned, listed as mine and shown on the page of its centre', async () => {
    const id = randomUUID()
    const planned = await bodyOf<VisitDetail>(plan({ id, note: '带测距仪' }))
    expect(planned).toMatchObject({
      id,
      state: 'planned',
      date: '2018-08-02',
      mine: true,
      note: '带测距仪',
      record: null,
    })
    expect(planned.centre).toEqual({ code: CENTRE, name: '张家沟村' })
    const page = await bodyOf<VisitPage>(read(COLLEAGUE, '?mine=true&state=planned'), 200)
    expect(page).toMatchObject({ total: 1, today: '2018-07-31', items: [{ id, mine: true }] })
    const leader = await bodyOf<VisitPage>(read({ principal: 'leader' }, ''), 200)
    expect(leader.items).toMatchObject([{ id, mine: false }])
    expect((await live.get<CentreDetail>(`/api/centres/${CENTRE}`)).visits).toMatchObject([{ id, state: 'planned' }])
  })

  test('is a task of those it names until it was made or called off', async () => {
    const [made, off] = [randomUUID(), randomUUID()]
    for (const id of [made, off]) await bodyOf(plan({ id, plannedOn: '2018-07-31' }))
    const visitsToMake = async (who: Identity) => {
      const { items } = (await (await (await live.as(who)).request('/api/tasks')).json()) as TaskList
      return items.filter(({ kind }) => kind === 'visit').map(({ params }) => params.visit)
    }
    expect((await visitsToMake(INSPECTOR)).sort()).toEqual([made, off].sort())
    expect([await visitsToMake(CITY), await visitsToMake(CLERK)]).toEqual([[], []])
    await bodyOf(send(CITY, `/${off}/cancellation`, { id: randomUUID(), reason: '改期' }))
    expect(await visitsToMake(COLLEAGUE)).toEqual([made])
    await bodyOf(record(made))
    expect(await visitsToMake(INSPECTOR)).toEqual([])
  })

  test('sent again is the same plan, with other content it is refused', async () => {
    const id = randomUUID()
    expect([(await plan({ id })).status, (await plan({ id })).status]).toEqual([201, 200])
    expect((await plan({ id, kind: 'special' })).status).toBe(409)
    expect((await plan({ id, centre: 'LL2018-035' })).status).toBe(409)
    const audit = await live.store.db.selectFrom('audit').selectAll().where('operation', '=', 'planVisit').execute()
    expect(audit).toHaveLength(1)
    expect(audit[0]).toMatchObject({ subject: `visit/${id}`, role: 'inspector', outcome: 'done' })
  })

  test('is not of a past day, and takes two inspectors from elsewhere', async () => {
    const home = await live.accountId(AT_HOME)
    const leader = await live.accountId({ principal: 'leader' })
    expect(await codesOf(plan({ plannedOn: '2018-07-30' }))).toEqual(['/plannedOn plannedPast'])
    expect(await codesOf(plan({ inspectors: [team[0], team[0]] }))).toEqual(['/inspectors/1 inspectorTwice'])
    expect(await codesOf(plan({ inspectors: [home, leader] }))).toEqual([
      '/inspectors/0 inspectorAtHome',
      '/inspectors/1 inspectorUnknown',
    ])
    expect((await plan({ inspectors: [team[0]] })).status).toBe(400)
    expect((await plan({ centre: 'LL2018-999' })).status).toBe(404)
  })

  test('is called off by its planner, one of its team or the city office, once, and not once it is recorded', async () => {
    const [first, second, third] = [randomUUID(), randomUUID(), randomUUID()]
    for (const id of [first, second, third]) await bodyOf(plan({ id }))
    const stranger: Identity = { principal: 'inspector', county: '141122' }
    const cancellation = { id: randomUUID(), reason: '暴雨封路' }
    expect((await send(stranger, `/${first}/cancellation`, cancellation)).status).toBe(403)
    const cancelled = await bodyOf<VisitDetail>(send(COLLEAGUE, `/${first}/cancellation`, cancellation))
    expect(cancelled).toMatchObject({ state: 'cancelled', cancelled: { reason: '暴雨封路', on: '2018-07-31' } })
    expect((await send(INSPECTOR, `/${first}/cancellation`, cancellation)).status).toBe(200)
    expect((await send(INSPECTOR, `/${first}/cancellation`, { ...cancellation, reason: '改期' })).status).toBe(409)
    expect((await send(CITY, `/${first}/cancellation`, { id: randomUUID(), reason: '改期' })).status).toBe(409)
    expect((await send(CITY, `/${second}/cancellation`, { id: randomUUID(), reason: '改期' })).status).toBe(201)
    await bodyOf(record(third))
    expect(await codesOf(send(CITY, `/${third}/cancellation`, { id: randomUUID(), reason: '改期' }))).toEqual([
      ' visitRecorded',
    ])
    expect((await send(CITY, `/${randomUUID()}/cancellation`, { id: randomUUID(), reason: '改期' })).status).toBe(404)
  })

  test('is listed a page at a time by its filters', async () => {
    for (const plannedOn of ['2018-08-03', '2018-08-01', '2018-08-02']) await bodyOf(plan({ plannedOn }))
    const first = await bodyOf<VisitPage>(read(CITY, '?state=planned&limit=2'), 200)
    expect(first.items.map(({ date }) => date)).toEqual(['2018-08-01', '2018-08-02'])
    live.clock.at += 1000
    await bodyOf(plan({ plannedOn: '2018-08-01' }))
    const next = await bodyOf<VisitPage>(read(CITY, `?state=planned&limit=2&cursor=${first.nextCursor}`), 200)
    expect([next.total, next.items.map(({ date }) => date), next.nextCursor]).toEqual([3, ['2018-08-03'], null])
    for (const [query, total] of [
      ['from=2018-08-02', 2],
      ['to=2018-08-01', 2],
      [`county=${COUNTY}`, 4],
      ['county=141181', 0],
      [`centre=${CENTRE}`, 4],
      ['state=recorded', 0],
    ] as const) {
      expect((await bodyOf<VisitPage>(read(CITY, `?${query}`), 200)).total, query).toBe(total)
    }
    expect((await read(CITY, `?limit=2&cursor=${first.nextCursor}`)).status).toBe(400)
  })
})

describe('a visit recorded', () => {
  test('with thirty items, six photos and two findings is one act', async () => {
    const { groups } = await live.get<Checklist>('/api/checklist')
    const items = groups.flatMap(group => group.items).slice(0, 30)
    const photos = addPhotos(live, 6)
    const [ground, backfill] = items.map(({ id }) => id)
    const id = randomUUID()
    const visit = await bodyOf<VisitDetail>(
      record(id, {
        items: items.map(({ id: item }, i) => ({
          item,
          result: i === 0 ? 'fail' : i < 20 ? 'pass' : 'notReached',
          ...(i === 0 ? { photoIds: photos.slice(0, 3), note: '无验槽记录' } : {}),
        })),
        photoIds: photos.slice(3),
        findings: [
          createFinding({ item: ground as string }),
          createFinding({ title: '材料乱堆', severity: 'general' }),
        ],
        verified: { id: randomUUID(), stage: 'started' },
        notes: '村里配合',
      }),
    )
    expect(backfill).toBeDefined()
    expect(visit).toMatchObject({
      id,
      state: 'recorded',
      date: '2018-07-31',
      findings: 2,
      failed: 1,
      verifiedStage: 'started',
      verification: { stage: 'started', recognisedOn: '2018-05-20', disputes: false },
      recordedAt: expect.any(String),
    })
    expect(visit.record).toMatchObject({ found: 'open', notes: '村里配合', photoIds: photos.slice(3) })
    expect(visit.record?.items).toHaveLength(30)
    expect(visit.issues).toMatchObject([
      { number: 'WT2018-0001', title: '基槽积水', item: ground, again: false },
      { number: 'WT2018-0002', title: '材料乱堆', item: null, again: false },
    ])
    const acts = await live.store.db.selectFrom('audit').selectAll().where('operation', '=', 'recordVisit').execute()
    expect(acts).toHaveLength(1)
  })

  test('reaches the board at once', async () => {
    const before = await live.get<Summary>('/api/summary')
    await bodyOf(
      record(randomUUID(), {
        verified: { id: randomUUID(), stage: 'started' },
        findings: [createFinding({ severity: 'major', title: '脚手架无拉结' })],
      }),
    )
    const after = await live.get<Summary>('/api/summary')
    expect([before.issueCounts, after.issueCounts]).toEqual([
      { open: 0, overdue: 0, major: 0 },
      { open: 1, overdue: 0, major: 1 },
    ])
    expect(after.byVerification).not.toEqual(before.byVerification)
    const centre = await live.get<Centre>(`/api/centres/${CENTRE}`)
    expect(centre).toMatchObject({
      verifiedStage: 'started',
      issueCounts: { open: 1, overdue: 0, major: 1 },
      light: { colour: 'red' },
    })
  })

  test('follows the moment on the page of its centre', async () => {
    const id = randomUUID()
    await bodyOf(record(id))
    const at = async (query: string) => (await live.get<CentreDetail>(`/api/centres/${CENTRE}${query}`)).visits
    expect(await at('')).toMatchObject([{ id, state: 'recorded', date: '2018-07-31' }])
    expect(await at('?asOf=2018-07-30')).toEqual([])
    expect(await at('?knownAt=2018-07-30T04:00:00.000Z')).toEqual([])
  })

  test('shows what was verified of its day by an act of its own', async () => {
    const id = randomUUID()
    await bodyOf(record(id))
    const stage = { id: randomUUID(), basis: 'verified', stage: 'started', checkedOn: '2018-07-31' }
    const { version } = await live.get<Centre>(`/api/centres/${CENTRE}`)
    await (await live.as(INSPECTOR)).request(`/api/centres/${CENTRE}/stage-records`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'if-match': `"${version}"` },
      body: JSON.stringify(stage),
    })
    const visit = await bodyOf<VisitDetail>(read(INSPECTOR, `/${id}`), 200)
    expect(visit).toMatchObject({ verifiedStage: 'started', verification: { recognisedOn: '2018-05-20' } })
    expect((await record(id)).status).toBe(200)
  })

  test('names all that is wrong with it', async () => {
    const [photo] = addPhotos(live, 1)
    const [elsewhere] = addPhotos(live, 1, 'LL2018-035')
    const faults = await codesOf(
      record(
        randomUUID(),
        {
          inspectors: [await live.accountId(AT_HOME), team[1] as string],
          arrivedAt: '2018-08-01T01:00:00.000Z',
          leftAt: '2018-07-31T01:00:00.000Z',
          items: [
            { item: 'groundChecked', result: 'fail' },
            { item: 'unheardOf', result: 'pass', photoIds: [elsewhere as string] },
          ],
          photoIds: [photo as string, randomUUID()],
          findings: [createFinding({ dueOn: '2018-08-04' }), createFinding({ again: randomUUID() })],
        },
        CITY,
      ),
    )
    expect(faults).toEqual([
      '/inspectors/0 inspectorAtHome',
      '/inspectors recorderMissing',
      '/arrivedAt dateAhead',
      '/leftAt leftBeforeArrival',
      '/items/0/photoIds photoMissing',
      '/items/0/item findingMissing',
      '/items/1/item itemUnknown',
      '/items/1/photoIds/0 photoUnknown',
      '/photoIds/1 photoUnknown',
      '/findings/0/dueOn dueNoWorkday',
      '/findings/1/again issueUnknown',
    ])
    expect(countOf('visitRecorded')).toBe(0)
  })

  test('does not double what is open: it is found again', async () => {
    const [photo] = addPhotos(live, 1) as [string]
    const failed = { items: [{ item: 'groundChecked', result: 'fail' as const, photoIds: [photo] }] }
    const finding = createFinding({ item: 'groundChecked' })
    await bodyOf(record(randomUUID(), { ...failed, findings: [finding] }))
    const doubled = { ...failed, findings: [createFinding({ item: 'groundChecked' })] }
    expect(await codesOf(record(randomUUID(), doubled))).toEqual(['/findings/0/item issueOpen'])
    const again = {
      ...failed,
      findings: [createFinding({ item: 'groundChecked', again: finding.id, severity: 'major' })],
    }
    const visit = await bodyOf<VisitDetail>(record(randomUUID(), again))
    expect(visit.issues).toEqual([
      { id: finding.id, number: 'WT2018-0001', title: '基槽积水', item: 'groundChecked', again: true },
    ])
    expect(await live.get<CentreDetail>(`/api/centres/${CENTRE}`)).toMatchObject({
      issueCounts: { open: 1, major: 1 },
    })
  })
})

describe('the same visit', () => {
  const whole = () => {
    const [photo] = addPhotos(live, 1) as [string]
    return {
      items: [{ item: 'groundChecked', result: 'fail' as const, photoIds: [photo] }],
      findings: [createFinding({ item: 'groundChecked', description: '' }), createFinding({ title: '乱堆' })],
      verified: { id: randomUUID(), stage: 'started' as const, date: '2018-05-21', note: '按照片认定' },
    }
  }

  test('sent twice is one record, even days later, once its inspectors are gone', async () => {
    const id = randomUUID()
    const visit = whole()
    const first = await bodyOf<VisitDetail>(record(id, visit))
    await live.store.db
      .updateTable('account')
      .set({ disabled: 1 })
      .where('id', '=', team[1] as string)
      .execute()
    live.clock.at += 5 * 86_400_000
    const again = await bodyOf<VisitDetail>(record(id, visit), 200)
    expect(again).toEqual(first)
    expect(['visitRecorded', 'issueRaised', 'stageVerified'].map(countOf)).toEqual([1, 2, 1])
  })

  test('sent by many at once is one record', async () => {
    const id = randomUUID()
    const visit = whole()
    const sent = await Promise.all(Array.from({ length: 8 }, () => record(id, visit)))
    expect(sent.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 200, 200, 201])
    expect(['visitRecorded', 'issueRaised', 'stageVerified'].map(countOf)).toEqual([1, 2, 1])
  })

  test('with anything else in it is refused', async () => {
    const id = randomUUID()
    const visit = whole()
    await bodyOf(record(id, visit))
    const [first, second] = visit.findings as [RecordVisit['findings'][number], RecordVisit['findings'][number]]
    for (const other of [
      { notes: '另说' },
      { findings: [first] },
      { findings: [first, second, createFinding()] },
      { findings: [first, { ...second, title: '另一个' }] },
      { findings: [first, { ...second, description: '补充' }] },
      { findings: [first, { ...second, severity: 'major' as const }] },
      { findings: [first, { ...second, dueOn: '2018-08-31' }] },
      { findings: [first, { ...second, assign: false }] },
      { findings: [{ ...first, photoIds: visit.items[0]?.photoIds }, second] },
      { verified: undefined },
      { verified: { ...visit.verified, date: '2018-05-22' } },
      { verified: { ...visit.verified, note: '另说' } },
      { centre: 'LL2018-035' },
    ]) {
      expect((await record(id, { ...visit, ...other } as RecordVisit)).status, JSON.stringify(other)).toBe(409)
    }
    expect(['visitRecorded', 'issueRaised', 'stageVerified'].map(countOf)).toEqual([1, 2, 1])
  })

  test('may come before its plan, after it, and after it was called off', async () => {
    const [late, first, off] = [randomUUID(), randomUUID(), randomUUID()]
    await bodyOf(record(late))
    expect((await plan({ id: late, centre: 'LL2018-035' })).status).toBe(409)
    const planned = await bodyOf<VisitDetail>(plan({ id: late, plannedOn: '2018-07-31', note: '先记后报' }))
    expect(planned).toMatchObject({ state: 'recorded', note: '先记后报' })
    await bodyOf(plan({ id: first }))
    expect((await record(first, { centre: 'LL2018-035' })).status).toBe(409)
    expect(await bodyOf(record(first))).toMatchObject({ state: 'recorded', date: '2018-07-31' })
    await bodyOf(plan({ id: off }))
    await bodyOf(send(CITY, `/${off}/cancellation`, { id: randomUUID(), reason: '改期' }))
    const made = await bodyOf<VisitDetail>(record(off))
    expect(made).toMatchObject({ state: 'recorded', cancelled: { reason: '改期' } })
    const { items } = await bodyOf<VisitPage>(read(CITY, ''), 200)
    expect(items.map(({ state }) => state)).toEqual(['recorded', 'recorded', 'recorded'])
  })
})

describe('an unannounced visit', () => {
  const SECRET = ['unannounced', 'randomDraw'] as const

  test.each(SECRET)('(%s) is known to no county, by any answer, before it was made', async kind => {
    await bodyOf(plan({ plannedOn: '2018-08-01' }))
    const asked = async (who: Identity, id: string) => {
      const client = await live.as(who)
      const paths = [
        `/api/visits/${id}`,
        '/api/visits',
        '/api/visits?limit=1',
        '/api/visits?state=planned',
        `/api/visits?county=${COUNTY}`,
        `/api/visits?centre=${CENTRE}&from=2018-08-02`,
        `/api/centres/${CENTRE}`,
        '/api/centres',
        '/api/summary',
        '/api/tasks',
        `/api/counties/${COUNTY}`,
        '/api/issues',
      ]
      return Promise.all(
        paths.map(async path => {
          const answer = await client.request(path)
          const etag = answer.headers.get('etag')
          const text = (await answer.text()).replace(/"nextCursor":"[^"]*"/, '"nextCursor":"…"')
          return { path, status: answer.status, etag: path.includes('limit') ? null : etag, text }
        }),
      )
    }
    const [id, cancelled] = [randomUUID(), randomUUID()]
    const clerks = [CLERK, OTHER_CLERK]
    const before = await Promise.all(clerks.map(who => asked(who, id)))
    await bodyOf(plan({ id, kind, plannedOn: '2018-08-02' }))
    await bodyOf(plan({ id: cancelled, kind }))
    await bodyOf(send(CITY, `/${cancelled}/cancellation`, { id: randomUUID(), reason: '改期' }))
    expect(await Promise.all(clerks.map(who => asked(who, id)))).toEqual(before)
    for (const who of clerks) {
      const unknown = await read(who, `/${randomUUID()}`)
      for (const each of [id, cancelled]) {
        const hidden = await read(who, `/${each}`)
        expect([hidden.status, [...hidden.headers]]).toEqual([404, [...unknown.headers]])
        expect(await hidden.text()).toBe(await unknown.clone().text())
      }
    }
    expect((await bodyOf<VisitPage>(read(CITY, ''), 200)).total).toBe(3)
  })

  test('stays unknown to the city office while it looks through the eyes of a county', async () => {
    const id = randomUUID()
    await bodyOf(plan({ id, kind: 'unannounced' }))
    const client = await live.as(CITY)
    expect((await client.request(`/api/visits/${id}`)).status).toBe(200)
    await client.request('/api/me/view-as', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ county: COUNTY }),
    })
    expect((await client.request(`/api/visits/${id}`)).status).toBe(404)
    expect(await (await client.request('/api/visits')).json()).toMatchObject({ total: 0, items: [] })
    const { visits } = (await (await client.request(`/api/centres/${CENTRE}`)).json()) as CentreDetail
    expect(visits).toEqual([])
  })

  test('is known to its county once it was made', async () => {
    const id = randomUUID()
    await bodyOf(plan({ id, kind: 'unannounced' }))
    await bodyOf(record(id, { kind: 'unannounced' }))
    expect(await bodyOf(read(CLERK, `/${id}`), 200)).toMatchObject({
      state: 'recorded',
      kind: 'unannounced',
      mine: false,
    })
    expect((await bodyOf<VisitPage>(read(CLERK, ''), 200)).total).toBe(1)
  })

  test('is seen by those whose work it is', async () => {
    const id = randomUUID()
    await bodyOf(plan({ id, kind: 'unannounced' }))
    for (const who of [CITY, INSPECTOR, AT_HOME, { principal: 'leader' } as const])
      expect((await read(who, `/${id}`)).status, who.principal).toBe(200)
  })

  test('is not given away by the photos taken on it', async () => {
    const photosSeen = async (who: Identity) => {
      const { photos } = (await (await (await live.as(who)).request(`/api/centres/${CENTRE}`)).json()) as CentreDetail
      return photos.map(({ id }) => id)
    }
    const [ofItem, ofVisit, ofFinding, unnamed] = addPhotos(live, 4) as [string, string, string, string]
    expect([await photosSeen(CLERK), (await photosSeen(COLLEAGUE)).length]).toEqual([[], 4])
    await bodyOf(
      record(randomUUID(), {
        kind: 'unannounced',
        items: [{ item: 'backfill', result: 'pass', photoIds: [ofItem] }],
        photoIds: [ofVisit],
        findings: [createFinding({ photoIds: [ofFinding] })],
      }),
    )
    expect(await photosSeen(CLERK)).toEqual([ofItem, ofVisit, ofFinding])
    expect(await photosSeen(CITY)).toContain(unnamed)
    const order = {
      source: 'order' as const,
      severity: 'general' as const,
      safety: false,
      title: '补拍',
      assigned: true,
    }
    const body = { ...order, dueOn: '2018-08-06', photoIds: [unnamed] }
    await live.append([createRecord('issueRaised', '2018-07-31', body, { id: randomUUID(), centreCode: null })])
    expect(await photosSeen(CLERK)).toContain(unnamed)
  })

  test('announced, it is known to its county', async () => {
    const id = randomUUID()
    await bodyOf(plan({ id }))
    expect(await bodyOf(read(CLERK, `/${id}`), 200)).toMatchObject({ state: 'planned', mine: false })
  })
})

test('a county plans, cancels and records nothing', async () => {
  const id = randomUUID()
  await bodyOf(plan({ id }))
  for (const who of [CLERK, OTHER_CLERK]) {
    const sent = await Promise.all([
      plan({}, who),
      send(who, `/${id}/cancellation`, { id: randomUUID(), reason: '改期' }),
      record(id, {}, who),
    ])
    expect(sent.map(({ status }) => status)).toEqual([403, 403, 403])
  }
})
