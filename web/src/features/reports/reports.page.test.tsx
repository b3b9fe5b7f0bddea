import type { MonthlyReport } from '@lvliang/shared/reports/report.schema'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { plan } from '../../../../test/factories/board.ts'
import { createMe } from '../../../../test/factories/me.ts'
import {
  createMonthlyReport,
  createReportingStatus,
  createSignature,
  RETURNED,
} from '../../../../test/factories/reports.ts'
import { reportSearchSchema } from '../../app/app-search.ts'
import { showPages } from '../../testing/show-routed.tsx'
import { answer, refuse, stubApi } from '../../testing/stub-api.ts'
import { ReportPage } from './report.page.tsx'
import { ReportsPage } from './reports.page.tsx'

const PAGES = [
  { path: '/reports', component: ReportsPage },
  {
    path: '/reports/$county/$period',
    component: ReportPage,
    validateSearch: (search: Record<string, unknown>) => reportSearchSchema.parse(search),
  },
]
const clerk = createMe({ role: 'county', county: '141124' })
const office = createMe({ role: 'cityOffice' })
const unsigned = createMonthlyReport({ state: 'missing', daysLate: 26, signature: null })
const MONTH = '/counties/141124/monthly-reports/2018-06'

const api = (report: MonthlyReport, june: Parameters<typeof createReportingStatus>[0] = {}) => ({
  'GET /plan': () => answer(plan),
  'GET /reporting-status': () => answer(createReportingStatus(june)),
  [`GET ${MONTH}`]: () => answer(report),
})
const show = (me: typeof clerk, path = '/reports') => showPages(undefined, PAGES, { me, path })
const dialog = page.getByRole('dialog')
const signing = page.getByRole('button', { name: '报送2018年6月月报' })

test('each county stands with a word for each month, and the counts of the newest', async () => {
  stubApi(api(unsigned, { '141124': 'missing', '141126': 'late', '141127': 'returned' }))
  show(createMe())
  await expect.element(page.getByRole('link', { name: '临县2018年6月月报：未报' })).toHaveTextContent('未报 26 天')
  await expect.element(page.getByRole('link', { name: '石楼县2018年6月月报：迟报' })).toBeVisible()
  await expect.element(page.getByRole('link', { name: '岚县2018年6月月报：退回' })).toBeVisible()
  await expect.element(page.getByText('2018年6月月报，时限 7月5日（周四）：')).toHaveTextContent('已报 10')
  await expect.element(page.getByRole('button', { name: '报送' })).not.toBeInTheDocument()
})

test('a clerk finds her own county first and signs the newest month by Enter', async () => {
  const asked = stubApi({
    ...api(unsigned, { '141124': 'missing' }),
    'POST /monthly-reports': () => answer(createMonthlyReport(), 201),
  })
  show(clerk)
  await expect.element(page.getByRole('rowheader').first()).toHaveTextContent('临县本县')
  await page.getByRole('button', { name: '报送' }).click()
  await expect.element(dialog.getByText('缺日期 1 处：张家沟村')).toBeVisible()
  await expect.element(dialog.getByText('疑点 1 处：张家沟村')).toBeVisible()
  await expect.element(dialog.getByLabelText('审核人')).toHaveValue('王建国')
  await expect.element(signing).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  await expect.element(dialog).not.toBeInTheDocument()
  expect(asked.find(({ method }) => method === 'POST')?.body).toMatchObject({
    county: '141124',
    period: '2018-06',
    reviewer: '王建国',
  })
})

test('who comes to sign finds the button under her fingers, and a refusal is said', async () => {
  stubApi({
    ...api(unsigned, { '141124': 'missing' }),
    'POST /monthly-reports': () => refuse(422, 'ruleBroken', { detail: '2018-06 已于 2018-07-04 报送。 / Signed.' }),
  })
  show(clerk, '/reports/141124/2018-06?sign')
  await expect.element(signing).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByRole('alert')).toHaveTextContent('2018-06 已于 2018-07-04 报送。')
})

test('a signed month shows who signed, when, and what changed since', async () => {
  const change = {
    code: 'LL2018-029',
    name: '张家沟村',
    kind: 'reported',
    field: 'foundation',
    from: null,
    to: '2018-06-28',
  }
  stubApi(api(createMonthlyReport({ changes: [change as MonthlyReport['changes'][number]] })))
  show(clerk, '/reports/141124/2018-06')
  await expect
    .element(page.getByRole('heading', { level: 1 }))
    .toHaveTextContent('吕梁市农村老年人日间照料中心建设2018年6月月报')
  await expect.element(page.getByText('王建国')).toBeVisible()
  await expect.element(page.getByText('2018-07-04 10:15:00')).toBeVisible()
  await expect.element(page.getByText('演示数据（虚构）')).toBeVisible()
  await expect.element(page.getByRole('row', { name: /张家沟村 基础完成（上报） — 2018-06-28/ })).toBeVisible()
  await expect.element(signing).not.toBeInTheDocument()
  await expect.element(page.getByRole('button', { name: '退回' })).not.toBeInTheDocument()
})

test('the city office sends a month back with a reason', async () => {
  const returned = createMonthlyReport({ state: 'returned', signature: createSignature({ returned: RETURNED }) })
  let current = createMonthlyReport()
  const asked = stubApi({
    ...api(current),
    [`GET ${MONTH}`]: () => answer(current),
    [`POST /monthly-reports/${current.signature?.id}/return`]: () => {
      current = returned
      return answer(returned, 201)
    },
  })
  show(office, '/reports/141124/2018-06')
  await page.getByRole('button', { name: '退回' }).click()
  await dialog.getByLabelText('退回原因').fill('开工日期与合同不符')
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByText('已退回，县里可重新报送。')).toBeVisible()
  await expect.element(page.getByText(/2018-07-05 由市民政局退回：开工日期与合同不符/)).toBeVisible()
  expect(asked.find(({ method }) => method === 'POST')?.body).toMatchObject({ reason: '开工日期与合同不符' })
})

test('a month that is not over says so', async () => {
  stubApi({ ...api(unsigned), [`GET ${MONTH}`]: () => refuse(400, 'asOfInFuture') })
  show(clerk, '/reports/141124/2018-06')
  await expect.element(page.getByText(/这个月还没有结束/)).toBeVisible()
})
