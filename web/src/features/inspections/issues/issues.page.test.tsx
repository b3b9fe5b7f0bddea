import type { IssueCounts } from '@lvliang/shared/inspections/issue.schema'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { plan } from '../../../../../test/factories/board.ts'
import { createIssue, createIssuePage, idOf } from '../../../../../test/factories/issues.ts'
import { createMe } from '../../../../../test/factories/me.ts'
import { rootSearchSchema } from '../../../app/app-search.ts'
import { issuesSearchSchema } from '../../../filters/issue-search.ts'
import { showPages } from '../../../testing/show-routed.tsx'
import { answer, refuse, stubApi } from '../../../testing/stub-api.ts'
import { IssuesPage } from './issues.page.tsx'

const late = createIssue({ id: idOf(2), number: 'WT2018-0002', dueOn: '2018-07-24', overdueDays: 7, severity: 'major' })
const ofCounty = createIssue({ id: idOf(3), number: 'WT2018-0003', centre: null, source: 'order', title: '月报未报' })
const closed = createIssue({ id: idOf(4), number: 'WT2018-0004', state: 'closed', closedOn: '2018-07-28' })
const counts: IssueCounts = { open: 3, overdue: 1, major: 1 }
const search = (address: Record<string, unknown>) => ({
  ...rootSearchSchema.parse(address),
  ...issuesSearchSchema.parse(address),
})

function show(items = [late, createIssue(), ofCounty, closed], path = '/inspections/issues', me = createMe()) {
  const asked = stubApi({
    'GET /plan': () => answer(plan),
    'GET /issues': () => answer(createIssuePage(items, { counts })),
  })
  const shown = showPages(
    undefined,
    [
      { path: '/inspections/issues', component: IssuesPage, validateSearch: search },
      { path: '/inspections/issues/$issue', component: () => '一个问题', validateSearch: search },
    ],
    { me, path },
  )
  const queries = () => asked.filter(({ path: of }) => of === '/issues').map(({ query }) => query)
  return { ...shown, queries }
}
const row = (name: string) => page.getByRole('row', { name })

test('each issue says how grave it is, how it stands, and how many days are left', async () => {
  show()
  await expect.element(row('WT2018-0002')).toHaveTextContent('重大')
  await expect.element(row('WT2018-0002')).toHaveTextContent('2018-07-24逾期 7 天')
  await expect.element(row('WT2018-0001')).toHaveTextContent('石沟村 临县整改中2018-08-1010 天后')
  await expect.element(row('WT2018-0003')).toHaveTextContent('临县（全县）')
  await expect.element(row('WT2018-0004')).toHaveTextContent('07-28 销号')
})

test('a count is a filter, and its number stays while it is pressed', async () => {
  const { queries, router } = show()
  const overdue = page.getByRole('button', { name: '逾期 1' })
  await overdue.click()
  await expect.element(overdue).toHaveAttribute('aria-pressed', 'true')
  expect(router.state.location.searchStr).toBe('?overdue=true')
  await expect.poll(() => queries().at(-1)).toMatchObject({ overdue: 'true' })
  await page.getByRole('button', { name: '重大 1' }).click()
  await expect.poll(() => queries().at(-1)).toMatchObject({ overdue: 'true', open: 'true', severity: 'major' })
  await page.getByRole('button', { name: '清除筛选' }).click()
  await expect.poll(() => router.state.location.searchStr).toBe('')
})

test('the address filters and sorts the list, and the ledger is of the same filters', async () => {
  const { queries } = show(undefined, '/inspections/issues?county=141124&state=closingRequested,rechecking&lang=zh-CN')
  await expect.element(page.getByText('已筛选，4 条')).toBeVisible()
  await expect.element(page.getByLabelText('县（市、区）')).toHaveDisplayValue('临县')
  await expect.element(page.getByLabelText('状态')).toHaveDisplayValue('申请销号、复核中')
  expect(queries()[0]).toEqual({ county: '141124', state: 'closingRequested,rechecking', limit: '100' })
  const ledger = page.getByRole('link', { name: '导出整改台账' })
  await expect
    .element(ledger)
    .toHaveAttribute('href', '/api/issues.xlsx?county=141124&state=closingRequested,rechecking')
  await page.getByRole('button', { name: '程度' }).click()
  await expect.poll(() => queries().at(-1)).toMatchObject({ sort: '-severity' })
  await page.getByLabelText('来源').selectOptions('领导交办')
  await expect.poll(() => queries().at(-1)).toMatchObject({ source: 'order' })
})

test('Enter on a row opens the issue, and the filters come along', async () => {
  const { router } = show(undefined, '/inspections/issues?open=true')
  const first = page.getByRole('link', { name: 'WT2018-0002' })
  await expect.element(first).toBeVisible()
  first.element().focus()
  await userEvent.keyboard('{ArrowDown}{Enter}')
  await expect.poll(() => router.state.location.pathname).toBe(`/inspections/issues/${idOf(1)}`)
  expect(router.state.location.searchStr).toBe('?open=true')
})

test('of ten thousand only those in sight are drawn', async () => {
  const items = Array.from({ length: 500 }, (_, n) => createIssue({ id: idOf(n), number: `WT2018-${n}` }))
  stubApi({
    'GET /plan': () => answer(plan),
    'GET /issues': () => answer(createIssuePage(items, { total: 10_000 })),
  })
  const { element } = showPages(
    undefined,
    [{ path: '/inspections/issues', component: IssuesPage, validateSearch: search }],
    { me: createMe(), path: '/inspections/issues' },
  )
  await expect.element(page.getByText('共 10000 条')).toBeVisible()
  await expect.element(page.getByRole('table')).toHaveAttribute('aria-rowcount', '10001')
  expect(element.querySelectorAll('tbody tr').length).toBeLessThan(100)
})

test('nothing found and nothing loaded are said', async () => {
  show([], '/inspections/issues?q=无')
  await expect.element(page.getByText('没有符合条件的问题。')).toBeVisible()
})

test('where the list cannot be read it can be tried again', async () => {
  let tries = 0
  stubApi({
    'GET /plan': () => answer(plan),
    'GET /issues': () => (tries++ < 2 ? refuse(400, 'unknownParameter') : answer(createIssuePage([late]))),
  })
  showPages(undefined, [{ path: '/inspections/issues', component: IssuesPage, validateSearch: search }], {
    me: createMe(),
    path: '/inspections/issues',
  })
  await page.getByRole('button', { name: '重试' }).click()
  await expect.element(row('WT2018-0002')).toBeVisible()
})

test('a county neither raises issues nor closes them', async () => {
  show(undefined, undefined, createMe({ role: 'county', county: '141124' }))
  await expect.element(row('WT2018-0001')).toBeVisible()
  await expect.element(page.getByRole('button', { name: '记问题' })).not.toBeInTheDocument()
  await expect.element(page.getByRole('button', { name: '交办', exact: true })).not.toBeInTheDocument()
  await expect.element(page.getByLabelText('由我销号')).not.toBeInTheDocument()
})
