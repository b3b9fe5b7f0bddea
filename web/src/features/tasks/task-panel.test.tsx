import type { Task } from '@lvliang/shared/tasks/task.schema'
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { plan } from '../../../../test/factories/board.ts'
import { createMe } from '../../../../test/factories/me.ts'
import { showRouted } from '../../testing/show-routed.tsx'
import { answer, refuse, stubApi } from '../../testing/stub-api.ts'
import { TaskPanel } from './task-panel.tsx'

const REQUEST = 'b6f0c3f2-3f5e-4b43-9d3e-0d8a6b1f7a10'
const task = (kind: Task['kind'], county: string, overrides: Partial<Task> = {}): Task => ({
  kind,
  county,
  centres: [],
  due: null,
  overdueDays: 0,
  params: {},
  ...overrides,
})
const centre = (code: string, name: string) => ({ code, name, version: 1 })

const items = [
  task('delay', '141124', {
    centres: [centre('LL2018-034', '张家沟村')],
    params: { requestId: REQUEST, milestone: 'mainStructure', newDue: '2018-10-20' },
  }),
  task('verify', '141124', { centres: [centre('LL2018-035', '李家湾村'), centre('LL2018-036', '王家坪村')] }),
  task('monthMissing', '141126', { params: { period: '2018-06' }, overdueDays: 25 }),
  task('unsited', '141126', { centres: [centre('LL2018-060', 'LL2018-060')], overdueDays: 143 }),
]

function showPanel(stubs: Parameters<typeof stubApi>[0] = {}, role: 'cityOffice' | 'inspector' = 'cityOffice') {
  const asked = stubApi({ 'GET /tasks': () => answer({ asOf: '2018-07-31', items }), ...stubs })
  showRouted(<TaskPanel plan={plan} />, { me: createMe({ role }) })
  return asked
}

const line = page.getByRole('button', { name: /待办 5 项/ })
const dialog = page.getByRole('dialog')

test('one line counts what there is to do by kind; the rest is behind it', async () => {
  showPanel()
  await expect.element(line).toHaveTextContent('延期申请 1 · 待核实 2 · 月报未报 1 · 逾期未选址 1')
  await expect.element(line).toHaveAttribute('aria-expanded', 'false')
  await expect.element(page.getByRole('link', { name: '李家湾村' })).not.toBeInTheDocument()
})

test('each thing leads to the dialog it is done in', async () => {
  showPanel()
  await line.click()
  await expect
    .element(page.getByRole('link', { name: '李家湾村' }))
    .toHaveAttribute('href', '/centres/LL2018-035?act=verify')
  await expect
    .element(page.getByRole('link', { name: '张家沟村：主体完工至 2018-10-20' }))
    .toHaveAttribute('href', `/centres/LL2018-034?act=delay&request=${REQUEST}`)
  await expect.element(page.getByRole('region', { name: '月报未报' })).toHaveTextContent('最多逾期 25 天')
})

test('idle quota is moved to another county, and moved back', async () => {
  const moved = { id: REQUEST, retired: ['LL2018-060'], added: ['LL2018-091'], quotas: {} }
  const asked = showPanel({ 'POST /quota-moves': () => answer(moved, 201) })
  await line.click()
  await page.getByRole('button', { name: '调剂名额' }).click()
  await expect.element(dialog.getByLabelText('调出县（市、区）')).toHaveValue('141126')
  await dialog.getByLabelText('调入县（市、区）').selectOptions('兴县（任务 12 个）')
  await dialog.getByLabelText('理由').fill('村址未定')
  await dialog.getByRole('button', { name: '调剂', exact: true }).click()
  await expect.element(page.getByRole('status')).toHaveTextContent('已从石楼县调 1 个名额到兴县，新编号 LL2018-091。')
  await page.getByRole('button', { name: '撤销' }).click()
  await expect.element(page.getByRole('status')).toHaveTextContent('已撤销调剂。')
  const sent = asked.filter(({ method }) => method === 'POST').map(({ body }) => body)
  expect(sent).toMatchObject([
    { fromCounty: '141126', toCounty: '141123', slots: 1, reason: '村址未定' },
    { fromCounty: '141123', toCounty: '141126', slots: 1, reason: '撤销调剂：村址未定' },
  ])
})

test('a move that is refused says why at its field, and nothing typed is lost', async () => {
  const errors = [{ pointer: '/slots', code: 'slotsInUse', message: '没有这么多空名额。 / Not as many.' }]
  showPanel({ 'POST /quota-moves': () => refuse(422, 'ruleBroken', { errors }) })
  await line.click()
  await page.getByRole('button', { name: '调剂名额' }).click()
  await dialog.getByLabelText('理由').fill('村址未定')
  await dialog.getByRole('button', { name: '调剂', exact: true }).click()
  await expect.element(dialog.getByText('没有这么多空名额。')).toBeVisible()
  await expect.element(dialog.getByLabelText('名额（个）')).toHaveAttribute('aria-invalid', 'true')
  await expect.element(dialog.getByLabelText('理由')).toHaveValue('村址未定')
})

test('an inspector moves no quota', async () => {
  showPanel({}, 'inspector')
  await line.click()
  await expect.element(page.getByRole('link', { name: '李家湾村' })).toBeVisible()
  await expect.element(page.getByRole('button', { name: '调剂名额' })).not.toBeInTheDocument()
})
