import { randomUUID } from 'node:crypto'
import type { TaskList } from '@lvliang/shared/tasks/task.schema'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDemonstrationApp } from '../factories/demonstration.ts'
import { createRecord } from '../factories/records.ts'
import { createLiveApp } from '../factories/store.ts'

type App = Awaited<ReturnType<typeof openDemonstrationApp>>
let app: App
beforeAll(async () => {
  app = await openDemonstrationApp()
})
afterAll(() => app.close())

async function tasksOf(who: Parameters<App['as']>[0]): Promise<TaskList> {
  const response = await (await app.as(who)).request('/api/tasks')
  expect(response.status).toBe(200)
  return (await response.json()) as TaskList
}

const CLERK = { principal: 'county' as const, county: '141124' }

test('a county is told of its own centres, what to file first', async () => {
  const { asOf, items } = await tasksOf(CLERK)
  expect(asOf).toBe('2018-07-31')
  expect(new Set(items.map(({ county }) => county))).toEqual(new Set(['141124']))
  expect(items[0]).toMatchObject({ kind: 'answerOrder', due: '2018-07-25', overdueDays: 6, centres: [] })
  const signing = items.find(({ kind }) => kind === 'signMonth')
  expect(signing).toMatchObject({ kind: 'signMonth', params: { period: '2018-03' }, due: '2018-04-08' })
  const late = items.find(({ kind, params }) => kind === 'fileNode' && params.milestone === 'mainStructure')
  expect(late).toBeUndefined()
  const filed = items.find(({ kind }) => kind === 'fileNode')
  expect(filed?.overdueDays).toBeGreaterThan(0)
})

test('what is filed is no task any more', async () => {
  const before = await tasksOf(CLERK)
  const filed = before.items.find(({ kind, params }) => kind === 'fileNode' && params.stage !== 'sited')
  const code = filed?.centres[0]?.code ?? ''
  const clerk = await app.as(CLERK)
  const { version } = await app.get<{ version: number }>(`/api/centres/${code}`)
  const body = { id: randomUUID(), stage: filed?.params.stage, date: '2018-07-30', acceptDoubts: true }
  const response = await clerk.request(`/api/centres/${code}/stage-records`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'if-match': `"${version}"` },
    body: JSON.stringify(body),
  })
  expect([response.status, await response.text()]).toEqual([201, expect.any(String)])
  const after = await tasksOf(CLERK)
  const still = after.items.filter(
    ({ kind, params, centres }) =>
      kind === 'fileNode' && params.stage === filed?.params.stage && centres.some(centre => centre.code === code),
  )
  expect(still).toEqual([])
})

test('the city office verifies, moves idle quota and asks for what is missing; a leader has nothing to file', async () => {
  const { items } = await tasksOf({ principal: 'cityOffice' })
  expect(new Set(items.map(({ kind }) => kind))).toEqual(
    new Set(['majorIssue', 'handOut', 'verify', 'monthMissing', 'unsited']),
  )
  expect((await tasksOf({ principal: 'leader' })).items.map(({ kind }) => kind)).toEqual(['majorIssue'])
})

test('an inspector verifies anywhere but at home', async () => {
  const { items } = await tasksOf({ principal: 'inspector', county: '141124' })
  expect(items.length).toBeGreaterThan(0)
  expect(items.every(({ kind, county }) => kind === 'verify' && county !== '141124')).toBe(true)
})

test('a county is told what turns yellow, and when', async () => {
  const live = await createLiveApp(
    [createRecord('stageReported', '2018-05-20', { stage: 'started' })],
    Date.UTC(2018, 6, 10, 4),
  )
  const response = await (await live.as(CLERK)).request('/api/tasks')
  const { items } = (await response.json()) as TaskList
  const worse = items.filter(({ kind }) => kind === 'turnsWorse')
  expect(worse).toMatchObject([{ due: '2018-07-16', params: { colour: 'yellow' }, centres: [{ code: 'LL2018-034' }] }])
  await live.close()
})
