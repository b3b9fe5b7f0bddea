import { randomUUID } from 'node:crypto'
import type { Summary } from '@lvliang/shared/board/summary.schema'
import type { MonthlyReport, ReportingStatus } from '@lvliang/shared/reports/report.schema'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createRecord } from '../factories/records.ts'
import { createLiveApp, type LiveApp } from '../factories/store.ts'

const COUNTY = '141124'
const OTHER = '141123'
const CENTRE = 'LL2018-034'
const HOUR = 3_600_000

type Who = Parameters<LiveApp['as']>[0]
const CLERK: Who = { principal: 'county', county: COUNTY }
const CITY: Who = { principal: 'cityOffice' }

const entered = (date: string) => ({ recordedAt: `${date}T04:00:00.000Z` })
const started = [
  createRecord('facts', '2018-03-05', { facts: { village: '张家沟村', phone: '13834560001' } }),
  createRecord('stageReported', '2018-03-05', { stage: 'sited' }),
  createRecord('stageReported', '2018-05-20', { stage: 'started' }),
]

let live: LiveApp
beforeEach(async () => {
  live = await createLiveApp(started)
})
afterEach(() => live.close())

async function post(who: Who, path: string, body: object): Promise<Response> {
  const client = await live.as(who)
  const headers = { 'content-type': 'application/json' }
  return client.request(`/api${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
}

const sign = (who: Who, body: object) =>
  post(who, '/monthly-reports', { id: randomUUID(), county: COUNTY, period: '2018-06', ...body })

async function signed(body: object = {}): Promise<MonthlyReport> {
  const response = await sign(CLERK, { reviewer: '王局长', ...body })
  if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`)
  live.clock.at += HOUR
  return (await response.json()) as MonthlyReport
}

const sendBack = (who: Who, report: string | undefined, body: object = {}) =>
  post(who, `/monthly-reports/${report}/return`, { id: randomUUID(), reason: '开工日期与合同不符', ...body })

const month = (period = '2018-06', query = '') =>
  live.get<MonthlyReport>(`/api/counties/${COUNTY}/monthly-reports/${period}${query}`)
const status = (query = '') => live.get<ReportingStatus>(`/api/reporting-status${query}`)
const codeOf = async (response: Response) => {
  const { errors, code } = (await response.json()) as { code: string; errors: { code: string }[] }
  return [response.status, code, ...errors.map(error => error.code)]
}

describe('a monthly signature', () => {
  test('stands over the month-end snapshot with its day, instant, office and reviewer', async () => {
    const report = await signed()
    expect(report).toMatchObject({
      county: COUNTY,
      period: '2018-06',
      snapshotDay: '2018-06-30',
      due: '2018-07-05',
      state: 'late',
      daysLate: 26,
      signature: {
        signedOn: '2018-07-31',
        signedAt: '2018-07-31T04:00:00.000Z',
        office: '临县民政局',
        reviewer: '王局长',
        returned: null,
      },
      changes: [],
    })
    expect(report.rows).toHaveLength(14)
    expect(report.totals).toMatchObject({ quota: 14, byStage: { started: 1, proposed: 13 } })
    const row = report.rows.find(({ code }) => code === CENTRE)
    expect(row).toMatchObject({ village: '张家沟村', stage: 'started', gaps: ['approved'], doubts: 0 })
    expect(await month()).toEqual(report)
  })

  test('sent again is the same act, with other content it is refused', async () => {
    const id = randomUUID()
    const report = await signed({ id })
    const again = await sign(CLERK, { id, reviewer: '王局长' })
    expect(again.status).toBe(200)
    expect(((await again.json()) as MonthlyReport).signature).toEqual(report.signature)
    expect((await sign(CLERK, { id, reviewer: '李局长' })).status).toBe(409)
  })

  test('is given once, to a month that is over and of the plan', async () => {
    await signed()
    expect(await codeOf(await sign(CLERK, {}))).toEqual([422, 'ruleBroken', 'alreadySigned'])
    expect(await codeOf(await sign(CLERK, { period: '2018-07' }))).toEqual([422, 'ruleBroken', 'monthNotOver'])
    expect(await codeOf(await sign(CLERK, { period: '2017-12' }))).toEqual([422, 'ruleBroken', 'periodUnknown'])
    expect((await sign(CLERK, { period: '2018-13' })).status).toBe(400)
  })

  test("is the county's own, and leaves one row in the audit", async () => {
    expect((await sign(CLERK, { county: OTHER })).status).toBe(403)
    expect((await sign(CITY, {})).status).toBe(403)
    expect((await sign({ principal: 'inspector', county: COUNTY }, {})).status).toBe(403)
    await signed()
    const rows = await live.store.db
      .selectFrom('audit')
      .select(['outcome', 'subject'])
      .where('operation', '=', 'signMonth')
      .execute()
    expect(rows.filter(({ outcome }) => outcome === 'done')).toEqual([{ outcome: 'done', subject: `county/${COUNTY}` }])
  })

  test('of the last month of the year is given in the next', async () => {
    live.clock.at = Date.UTC(2019, 0, 4, 4)
    expect(await signed({ period: '2018-12' })).toMatchObject({
      state: 'onTime',
      signature: { signedOn: '2019-01-04' },
    })
  })
})

describe('what changes after the signature', () => {
  test('is listed, and the snapshot stays as it was signed', async () => {
    const before = await signed()
    await live.append([
      createRecord('stageReported', '2018-06-28', { stage: 'foundation' }, { recordedAt: '2018-07-31T06:00:00.000Z' }),
      createRecord(
        'stageReported',
        '2018-07-20',
        { stage: 'mainStructure' },
        { recordedAt: '2018-07-31T06:00:00.000Z' },
      ),
      createRecord(
        'facts',
        '2018-06-01',
        { facts: { phone: '13834569999' } },
        { recordedAt: '2018-07-31T06:00:00.000Z' },
      ),
    ])
    live.clock.at += HOUR * 2
    const after = await month()
    expect(after.rows).toEqual(before.rows)
    expect(after.changes).toEqual([
      { code: CENTRE, name: '张家沟村', kind: 'reported', field: 'foundation', from: null, to: '2018-06-28' },
      { code: CENTRE, name: '张家沟村', kind: 'fact', field: 'phone', from: '138****0001', to: '138****9999' },
    ])
    const then = await month('2018-06', '?knownAt=2018-07-31T05:00:00.000Z')
    expect(then.changes).toEqual([])
  })
})

describe('a month sent back', () => {
  test('is signed again, and both signatures are kept', async () => {
    const { signature } = await signed()
    expect((await sendBack(CLERK, signature?.id)).status).toBe(403)
    const back = await sendBack(CITY, signature?.id)
    expect(back.status).toBe(201)
    live.clock.at += HOUR
    expect(await month()).toMatchObject({
      state: 'returned',
      signature: { returned: { reason: '开工日期与合同不符', office: '市民政局', returnedOn: '2018-07-31' } },
    })
    expect(await codeOf(await sendBack(CITY, signature?.id))).toEqual([422, 'ruleBroken', 'alreadyReturned'])
    const again = await signed()
    expect(again).toMatchObject({ state: 'late', earlier: [{ id: signature?.id }] })
    expect(again.signature?.id).not.toBe(signature?.id)
  })

  test('by the same act twice is sent back once', async () => {
    const { signature } = await signed()
    const id = randomUUID()
    expect((await sendBack(CITY, signature?.id, { id })).status).toBe(201)
    expect((await sendBack(CITY, signature?.id, { id })).status).toBe(200)
  })

  test('must have been signed', async () => {
    expect((await sendBack(CITY, randomUUID())).status).toBe(404)
    expect((await sendBack(CITY, started[0]?.id)).status).toBe(404)
  })
})

describe('the reporting status', () => {
  test('names every county and month, on time, late or missing, and when each last filed', async () => {
    await live.append([
      createRecord(
        'monthlyReport',
        '2018-06-04',
        { period: '2018-05', snapshotDay: '2018-05-31', reviewer: null },
        { centreCode: null, ...entered('2018-06-04') },
      ),
    ])
    await signed()
    const { asOf, periods, counties } = await status()
    expect(asOf).toBe('2018-07-31')
    expect(counties).toHaveLength(13)
    expect(periods).toHaveLength(12)
    const own = counties.find(({ code }) => code === COUNTY)
    expect(own?.months.map(({ state }) => state)).toEqual([
      ...Array(4).fill('missing'),
      'onTime',
      'late',
      ...Array(6).fill('notDue'),
    ])
    expect(own).toMatchObject({ lastEntryOn: '2018-07-31', staleDays: 0 })
    const silent = counties.find(({ code }) => code === OTHER)
    expect(silent).toMatchObject({ lastEntryOn: null, staleDays: null })
    expect(periods[5]).toMatchObject({
      period: '2018-06',
      due: '2018-07-05',
      over: true,
      counts: { late: 1, missing: 12 },
    })
    for (const { counts } of periods) expect(Object.values(counts).reduce((a, b) => a + b)).toBe(13)
  })

  test('of one month and day is as it was then', async () => {
    await signed()
    const { periods, counties } = await status('?period=2018-06&asOf=2018-07-10')
    expect(periods.map(({ period }) => period)).toEqual(['2018-06'])
    expect(counties.find(({ code }) => code === COUNTY)?.months).toEqual([
      { state: 'missing', daysLate: 5, signature: null },
    ])
  })

  test('and the board agree', async () => {
    const { signature } = await signed()
    const badge = async () => {
      const { counties } = await live.get<Summary>('/api/summary')
      return counties.find(({ code }) => code === COUNTY)?.reporting
    }
    expect(await badge()).toMatchObject({ period: '2018-06', status: 'signed' })
    await sendBack(CITY, signature?.id)
    expect(await badge()).toEqual({ period: '2018-06', status: 'returned' })
  })
})

test('a month that is not over, or of no county, is not shown', async () => {
  expect((await live.app.request(`/api/counties/${COUNTY}/monthly-reports/2018-07`)).status).toBe(400)
  expect((await live.app.request(`/api/counties/${COUNTY}/monthly-reports/2017-06`)).status).toBe(404)
  expect((await live.app.request('/api/counties/999999/monthly-reports/2018-06')).status).toBe(404)
  expect((await live.app.request('/api/reporting-status?period=June')).status).toBe(400)
})
