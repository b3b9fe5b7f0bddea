import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createStore } from '../../../test/factories/store.ts'
import { checkStore } from './check-store.ts'

let store: Awaited<ReturnType<typeof createStore>>
beforeEach(async () => {
  store = await createStore()
})
afterEach(() => store.close())

const TEAM = [
  { accountId: 'a', name: '任晓峰' },
  { accountId: 'b', name: '侯建国' },
]

const smugglePlan = (id: string, inspectors: unknown, { seq = 1, county = '141124' } = {}) =>
  sql`insert into visit_plan (seq, id, centre_code, county_code, kind, planned_on, inspectors, planned_at, planned_by)
    values (${seq}, ${id}, 'LL2018-034', ${county}, 'routine', '2018-08-02', ${JSON.stringify(inspectors)},
      '2018-07-31T04:00:00.000Z', '市督查组')`.execute(store.db)

const smuggleCancellation = (visit: string) =>
  sql`insert into visit_cancellation (seq, id, visit_id, reason, cancelled_at, cancelled_by)
    values (1, ${randomUUID()}, ${visit}, '暴雨', '2018-07-31T04:00:00.000Z', '市督查组')`.execute(store.db)

test('visits planned and called off are sound', async () => {
  const id = randomUUID()
  await smugglePlan(id, TEAM)
  await smuggleCancellation(id)
  expect(await checkStore(store.db)).toEqual([])
})

test.each([
  ['one inspector', TEAM.slice(0, 1)],
  ['the same inspector twice', [TEAM[0], TEAM[0]]],
  ['inspectors without a name', TEAM.map(({ accountId }) => ({ accountId }))],
  ['no list of people', ['a', 'b']],
])('a plan with %s is named', async (_, inspectors) => {
  await smugglePlan(randomUUID(), inspectors)
  expect(await checkStore(store.db)).toMatchObject([
    { check: 'visit', where: expect.stringContaining('visit plan 1'), what: expect.stringContaining('two inspectors') },
  ])
})

test('a plan of a centre in another county is named', async () => {
  await smugglePlan(randomUUID(), TEAM, { county: '141181' })
  expect(await checkStore(store.db)).toMatchObject([{ check: 'visit', what: 'LL2018-034 is not in 141181' }])
})

test('a plan that has the id of another centre’s visit is named', async () => {
  const id = randomUUID()
  const body = {
    kind: 'routine' as const,
    arrivedAt: '2018-07-31T01:00:00.000Z',
    leftAt: '2018-07-31T02:00:00.000Z',
    position: null,
    present: [],
    found: 'open' as const,
    checklist: '2018.1',
    items: [],
    plate: 'notYet' as const,
    inspectors: TEAM,
  }
  const entered = { recordedAt: '2018-07-31T02:00:00.000Z', recordedBy: '市督查组', origin: 'entry' as const }
  const at = { countyCode: '141124', centreCode: 'LL2018-035' }
  await store.append([{ id, kind: 'visitRecorded', date: '2018-07-31', body, ...at, ...entered }])
  await smugglePlan(id, TEAM)
  expect(await checkStore(store.db)).toMatchObject([{ check: 'visit', what: 'is not the visit that its record is of' }])
})

test('neither can be changed or taken away', async () => {
  const id = randomUUID()
  await smugglePlan(id, TEAM)
  await smuggleCancellation(id)
  for (const change of [
    sql`update visit_plan set planned_on = '2018-08-03'`,
    sql`delete from visit_plan`,
    sql`update visit_cancellation set reason = '改期'`,
    sql`delete from visit_cancellation`,
  ])
    await expect(change.execute(store.db)).rejects.toThrow()
})

test('what calls off a visit that was never planned is named', async () => {
  await sql`pragma foreign_keys = off`.execute(store.db)
  const id = randomUUID()
  await smuggleCancellation(id)
  expect(await checkStore(store.db)).toEqual([expect.objectContaining({ check: 'foreignKeys' })])
})
