import { randomUUID } from 'node:crypto'
import type { QuotaMoved } from '@lvliang/shared/quota/quota.schema'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createRecord } from '../factories/records.ts'
import { createLiveApp, type LiveApp } from '../factories/store.ts'

let live: LiveApp
beforeAll(async () => {
  live = await createLiveApp([createRecord('facts', '2018-03-01', { facts: { village: '张家沟村' } })])
})
afterAll(() => live.close())

async function move(body: object) {
  const city = await live.as({ principal: 'cityOffice' })
  const headers = { 'content-type': 'application/json' }
  return city.request('/api/quota-moves', { method: 'POST', headers, body: JSON.stringify(body) })
}

const counted = async (asOfKnown = '') =>
  (await live.get<{ counties: { code: string; quota: number }[] }>(`/api/summary${asOfKnown}`)).counties

test('moved quota counts elsewhere from its instant on, and the target stays', async () => {
  const before = '?knownAt=2018-07-31T04:00:00.000Z'
  const asked = { id: randomUUID(), fromCounty: '141124', toCounty: '141123', slots: 2, reason: '两村不具备条件' }
  live.clock.at += 1000
  const response = await move(asked)
  expect(response.status).toBe(201)
  const moved = (await response.json()) as QuotaMoved
  expect(moved).toMatchObject({ retired: ['LL2018-041', 'LL2018-042'], added: ['LL2018-091', 'LL2018-092'] })
  const quotas = new Map((await counted()).map(({ code, quota }) => [code, quota]))
  expect([quotas.get('141124'), quotas.get('141123')]).toEqual([12, 14])
  expect([...quotas.values()].reduce((sum, quota) => sum + quota)).toBe(90)
  expect((await counted(before)).find(({ code }) => code === '141124')?.quota).toBe(14)
  expect((await live.app.request('/api/centres/LL2018-042')).status).toBe(404)
  expect((await live.app.request(`/api/centres/LL2018-042${before}`)).status).toBe(200)
  expect((await move(asked)).status).toBe(200)
  expect((await move({ ...asked, slots: 1 })).status).toBe(409)
})

test('a slot of which anything was filed stays where it is', async () => {
  const response = await move({ id: randomUUID(), fromCounty: '141124', toCounty: '141123', slots: 12, reason: '全部' })
  expect(response.status).toBe(422)
  expect(await response.json()).toMatchObject({ errors: [{ pointer: '/slots', code: 'slotsInUse' }] })
})
