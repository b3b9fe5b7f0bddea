import { demonstrationInspectors } from '@lvliang/shared/accounts/demonstration-accounts'
import { workdaysOf } from '@lvliang/shared/dates/workdays'
import type { Checklist, ChecklistInForce } from '@lvliang/shared/inspections/checklist.schema'
import type { InspectorList } from '@lvliang/shared/inspections/visit.schema'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createLiveApp, type LiveApp } from '../../../test/factories/store.ts'

let live: LiveApp
beforeAll(async () => {
  live = await createLiveApp([], undefined, { demonstration: true })
})
afterAll(() => live.close())

const inspectors = async () => {
  const client = await live.as({ principal: 'cityOffice' })
  return ((await (await client.request('/api/inspectors')).json()) as InspectorList).items
}

describe('the checklist', () => {
  test('names each item once', async () => {
    const { groups } = await live.get<Checklist>('/api/checklist')
    const ids = groups.flatMap(({ items }) => items.map(({ id }) => id))
    expect(ids.length).toBeGreaterThan(30)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('brings the calendars by which due days are workdays', async () => {
    const { calendars } = await live.get<ChecklistInForce>('/api/checklist')
    expect(workdaysOf(calendars).isWorkday('2018-09-30')).toBe(true)
  })

  test('is not sent again to whoever has it', async () => {
    const first = await live.app.request('/api/checklist')
    const etag = first.headers.get('etag') as string
    const again = await live.app.request('/api/checklist', { headers: { 'if-none-match': etag } })
    expect([first.status, again.status]).toEqual([200, 304])
  })
})

describe('whom a visit may name', () => {
  test('is not a leader, a county or anybody disabled', async () => {
    await live.accountId({ principal: 'county', county: '141124' })
    const gone = await live.accountId({ principal: 'inspector', county: '141122' })
    await live.store.db.updateTable('account').set({ disabled: 1 }).where('id', '=', gone).execute()
    const items = await inspectors()
    expect(new Set(items.map(({ role }) => role))).toEqual(new Set(['cityOffice']))
    expect(items.map(({ accountId }) => accountId)).not.toContain(gone)
  })

  test('is there in the demonstration before anybody has signed in, from several counties', async () => {
    await live.accounts.demonstrationSignIn.prepare()
    const items = await inspectors()
    for (const { id, name, county } of demonstrationInspectors())
      expect(items).toContainEqual(expect.objectContaining({ accountId: id, name, homeCounty: county }))
    const homes = items.flatMap(({ role, homeCounty }) => (role === 'inspector' ? [homeCounty] : []))
    expect(new Set(homes).size).toBeGreaterThanOrEqual(3)
  })

  test('is made once, and signed in to as it is', async () => {
    await live.accounts.demonstrationSignIn.prepare()
    const before = await inspectors()
    const response = await live.whole.request(
      '/api/auth/demonstration',
      {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: 'http://localhost' },
        body: JSON.stringify({ role: 'inspector', county: '141181' }),
      },
      { remoteAddress: '127.0.0.1' },
    )
    expect(await response.json()).toMatchObject({ name: '侯建国', county: '141181' })
    await live.accounts.demonstrationSignIn.prepare()
    expect(await inspectors()).toEqual(before)
  })
})
