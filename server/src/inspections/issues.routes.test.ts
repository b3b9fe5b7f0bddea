import { randomUUID } from 'node:crypto'
import type { RecordBody } from '@lvliang/shared/centres/record.schema'
import type { IssueDetail, IssuePage } from '@lvliang/shared/inspections/issue.schema'
import exceljs from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Identity } from '../../../test/factories/clients.ts'
import { createRecord, report } from '../../../test/factories/records.ts'
import { createLiveApp, type LiveApp } from '../../../test/factories/store.ts'

const OWN = { countyCode: '141124', centreCode: 'LL2018-034' }
const OTHER = { countyCode: '141181', centreCode: 'LL2018-082' }
const INSPECTOR: Identity = { principal: 'inspector', county: '141122' }
const OWNER = randomUUID()

type Raised = RecordBody<'issueRaised'>
const raised = (date: string, body: Partial<Raised>, place: object = OWN, accountId: string = OWNER) =>
  createRecord(
    'issueRaised',
    date,
    {
      source: 'spot',
      severity: 'general',
      safety: false,
      title: '门轴松动',
      assigned: true,
      dueOn: '2018-08-10',
      ...body,
    },
    { recordedBy: '市督查组', accountId, ...place },
  )
const moved = (issueId: string, date: string, body: Partial<RecordBody<'issueMoved'>>, place: object = OWN) =>
  createRecord('issueMoved', date, { issueId, move: 'start', ...body }, { accountId: 'clerk', ...place })

const grave = raised('2018-07-10', { severity: 'major', title: '脚手架未固定', dueOn: '2018-07-17', safety: true })
const late = raised('2018-07-02', { severity: 'larger', title: '=HYPERLINK("x")', dueOn: '2018-07-16' }, OTHER)
const ofCounty = raised('2018-07-20', { source: 'order', title: '月报数字不实' }, { ...OWN, centreCode: null })
const closed = raised('2018-06-20', { title: '灭火器过期', item: 'extinguishers', dueOn: '2018-07-11' })
const RECORDS = [
  createRecord('facts', '2018-03-01', { facts: { village: '张家沟村' } }),
  report('sited', '2018-03-05'),
  closed,
  moved(closed.id, '2018-07-01', { move: 'requestClosing', note: '已更换' }),
  late,
  moved(closed.id, '2018-07-03', { move: 'close' }),
  grave,
  ofCounty,
]

let live: LiveApp
beforeAll(async () => {
  live = await createLiveApp(RECORDS)
})
afterAll(() => live.close())

const list = (query = '') => live.get<IssuePage>(`/api/issues${query}`)
const titles = async (query: string) => (await list(query)).items.map(({ title }) => title)

describe('a list of issues', () => {
  test('has those of centres and counties by due day, with their numbers in the order of entry', async () => {
    const { items, total, asOf, counts } = await list()
    expect(items.map(({ number, title, centre }) => [number, title, centre?.name ?? null])).toEqual([
      ['WT2018-0001', '灭火器过期', '张家沟村'],
      ['WT2018-0002', '=HYPERLINK("x")', 'LL2018-082'],
      ['WT2018-0003', '脚手架未固定', '张家沟村'],
      ['WT2018-0004', '月报数字不实', null],
    ])
    expect({ total, asOf, counts }).toEqual({
      total: 4,
      asOf: '2018-07-31',
      counts: { open: 3, overdue: 2, major: 1 },
    })
    expect(items.map(({ overdueDays }) => overdueDays)).toEqual([0, 15, 14, 0])
  })

  test.each([
    ['state=closed', ['灭火器过期']],
    ['open=true&sort=foundOn', ['=HYPERLINK("x")', '脚手架未固定', '月报数字不实']],
    ['open=false', ['灭火器过期']],
    ['overdue=true', ['=HYPERLINK("x")', '脚手架未固定']],
    ['overdue=false', ['灭火器过期', '月报数字不实']],
    ['severity=major,larger', ['=HYPERLINK("x")', '脚手架未固定']],
    ['source=order', ['月报数字不实']],
    ['county=141181', ['=HYPERLINK("x")']],
    ['centre=LL2018-034', ['灭火器过期', '脚手架未固定']],
    ['mine=true', []],
    ['q=WT2018-0003', ['脚手架未固定']],
    ['q=临县 月报', ['月报数字不实']],
    ['q=张家沟', ['灭火器过期', '脚手架未固定']],
    ['q=nothing', []],
    ['asOf=2018-07-02', ['灭火器过期', '=HYPERLINK("x")']],
    ['sort=-severity', ['脚手架未固定', '=HYPERLINK("x")', '灭火器过期', '月报数字不实']],
    ['sort=severity', ['灭火器过期', '月报数字不实', '=HYPERLINK("x")', '脚手架未固定']],
    ['sort=-foundOn', ['月报数字不实', '脚手架未固定', '=HYPERLINK("x")', '灭火器过期']],
    ['sort=-dueOn&limit=1', ['月报数字不实']],
    ['sort=county', ['灭火器过期', '脚手架未固定', '月报数字不实', '=HYPERLINK("x")']],
  ])('%s', async (query, expected) => {
    expect(await titles(`?${query}`)).toEqual(expected)
  })

  test('counts what the filters leave', async () => {
    expect((await list('?county=141124')).counts).toEqual({ open: 2, overdue: 1, major: 1 })
    expect((await list('?state=closed')).counts).toEqual({ open: 0, overdue: 0, major: 0 })
  })

  test('says of each whether it is the asker’s to close', async () => {
    const mine = raised('2018-07-30', { title: '窗户漏风' }, OWN, await live.accountId(INSPECTOR))
    await live.append([mine])
    const asked = async (who: Identity) => {
      const page = (await (await (await live.as(who)).request('/api/issues?mine=true')).json()) as IssuePage
      return page.items.map(({ title }) => title)
    }
    expect([await asked(INSPECTOR), await asked({ principal: 'cityOffice' })]).toEqual([['窗户漏风'], []])
  })

  test('goes on page by page in one world, whatever is entered meanwhile', async () => {
    const first = await list('?limit=2&sort=foundOn')
    live.clock.at += 1000
    const recordedAt = new Date(live.clock.at).toISOString()
    await live.append([raised('2018-06-01', { title: '新发现' }, { ...OWN, recordedAt })])
    const next = await list(`?limit=2&sort=foundOn&cursor=${first.nextCursor}`)
    expect(next.total).toBe(first.total)
    expect(next.items.map(({ foundOn }) => foundOn)).toEqual(['2018-07-10', '2018-07-20'])
    expect((await live.app.request(`/api/issues?limit=2&cursor=${first.nextCursor}`)).status).toBe(400)
  })

  test('is not sent again to whoever has it', async () => {
    const first = await live.app.request('/api/issues')
    const again = await live.app.request('/api/issues', {
      headers: { 'if-none-match': first.headers.get('etag') as string },
    })
    expect(again.status).toBe(304)
  })

  test('takes no filter it does not know', async () => {
    for (const query of ['state=open', 'severity=', 'colour=red', 'county=1', 'asOf=2018-08-01', 'limit=501'])
      expect((await live.app.request(`/api/issues?${query}`)).status, query).toBe(400)
  })
})

describe('one issue', () => {
  test('shows each step with its office, and no account', async () => {
    const response = await live.app.request(`/api/issues/${closed.id}`)
    expect([response.headers.get('etag'), response.headers.get('cache-control')]).toEqual(['"3"', 'no-store'])
    const issue = (await response.json()) as IssueDetail
    expect(issue.moves.map(({ move, from, to, by, on }) => [move, from, to, by, on])).toEqual([
      ['requestClosing', 'assigned', 'closingRequested', '临县民政局', '2018-07-01'],
      ['close', 'closingRequested', 'closed', '临县民政局', '2018-07-03'],
    ])
    expect(JSON.stringify(issue)).not.toMatch(new RegExp(`${OWNER}|accountId|clerk`))
  })

  test('that nobody raised is not found', async () => {
    expect((await live.app.request(`/api/issues/${randomUUID()}`)).status).toBe(404)
    expect((await live.app.request(`/api/issues/${RECORDS[0]?.id}`)).status).toBe(404)
    expect((await live.app.request('/api/issues/nonsense')).status).toBe(400)
  })
})

describe('the 整改台账', () => {
  async function sheetOf(query = '') {
    const response = await live.app.request(`/api/issues.xlsx${query}`)
    const workbook = new exceljs.Workbook()
    await workbook.xlsx.load(await response.arrayBuffer())
    return { response, sheet: workbook.worksheets[0] as exceljs.Worksheet }
  }
  const row = (sheet: exceljs.Worksheet, n: number) => (sheet.getRow(n).values as unknown[]).slice(1)

  test('has a title, its day, heads and a row for each issue in words', async () => {
    const { response, sheet } = await sheetOf('?state=closed')
    expect(response.headers.get('content-disposition')).toMatch(/filename="[\w-]+-issues-2018-07-31\.xlsx"/)
    expect(sheet.getCell('A1').value).toMatch(/问题整改台账$/)
    expect(sheet.getCell('A2').value).toBe('截至：2018-07-31　　问题数：1')
    expect(row(sheet, 4).slice(0, 8)).toEqual([
      '编号',
      '县(市、区)',
      '项目编号',
      '项目',
      '来源',
      '程度',
      '安全',
      '问题',
    ])
    const cells = row(sheet, 5)
    expect(cells).toEqual(
      expect.arrayContaining(['WT2018-0001', '临县', 'LL2018-034', '张家沟村', '日常发现', '一般', '已销号', '已更换']),
    )
    expect(cells.at(-1)).toBe('2018-07-03')
    expect(sheet.rowCount).toBe(5)
  })

  test('carries no formula into a spreadsheet', async () => {
    const { sheet } = await sheetOf('?county=141181')
    expect(row(sheet, 5)).toContain(`'=HYPERLINK("x")`)
  })

  test('is the same bytes for the same day', async () => {
    const bytes = async () => Buffer.from(await (await live.app.request('/api/issues.xlsx')).arrayBuffer())
    expect((await bytes()).equals(await bytes())).toBe(true)
  })
})
