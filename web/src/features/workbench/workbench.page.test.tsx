import type { CentreSheet } from '@lvliang/shared/centres/centre.schema'
import type { Task } from '@lvliang/shared/tasks/task.schema'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { plan } from '../../../../test/factories/board.ts'
import { createCentreSheet, createCountySheet } from '../../../../test/factories/county-sheet.ts'
import { createMe } from '../../../../test/factories/me.ts'
import { showPages } from '../../testing/show-routed.tsx'
import { answer, refuse, stubApi } from '../../testing/stub-api.ts'
import { WorkbenchPage } from './workbench.page.tsx'

const clerk = createMe({ role: 'county', county: '141124' })
const shigou = createCentreSheet(
  { code: 'LL2018-035', name: '石沟村', village: '石沟村', version: 7 },
  { started: { reported: '2018-05-20', reportId: 'r', recordedAt: '2018-05-21T02:00:00.000Z' } },
)
const yanta = createCentreSheet({ code: 'LL2018-036', name: '岩塔村', village: '岩塔村' })
const at = `/centres/${shigou.code}`

const file: Task = {
  kind: 'fileNode',
  county: '141124',
  centres: [{ code: shigou.code, name: shigou.name, version: shigou.version }],
  due: '2018-07-15',
  overdueDays: 16,
  params: { milestone: 'foundation', stage: 'foundation' },
}

const read = () => ({
  'GET /plan': () => answer(plan),
  'GET /counties/141124': () => answer(createCountySheet(shigou, yanta)),
  'GET /tasks': () => answer({ asOf: '2018-07-31', items: [file] }),
})

const PAGE = { path: '/counties/$code', component: WorkbenchPage }

/** The workbench over an API that answers so. */
function openWorkbench(answers: Parameters<typeof stubApi>[0] = {}, me = clerk) {
  const asked = stubApi({ ...read(), ...answers })
  showPages(undefined, [PAGE], { me, path: '/counties/141124' })
  return { sent: (by: string) => asked.filter(({ method }) => method === by) }
}

const COLUMNS = { started: 6, person: 17 }
async function type(column: keyof typeof COLUMNS, keys: string) {
  const row = page.getByRole('row', { name: /LL2018-035/ })
  await row.getByRole('gridcell').nth(COLUMNS[column]).click()
  await userEvent.keyboard(keys)
}
const cell = (name: string) => page.getByLabelText(name, { exact: true })
const dialog = page.getByRole('dialog')
const done = (centre: CentreSheet) => answer({ centre, recordIds: ['id'] }, 201)

test('the first thing to do has the focus; Enter opens its form with today filled in; Enter reports', async () => {
  const { sent } = openWorkbench({
    [`POST ${at}/stage-records`]: () =>
      done({
        ...shigou,
        version: 8,
        stages: shigou.stages.map(s => (s.stage === 'foundation' ? { ...s, reported: '2018-07-31' } : s)),
      }),
  })
  const task = page.getByRole('button', { name: '上报基础完成 石沟村' })
  await expect.element(task).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  await expect.element(dialog.getByLabelText('完成日期')).toHaveFocus()
  await expect.element(dialog.getByLabelText('完成日期')).toHaveValue('2018-07-31')
  await userEvent.keyboard('7-14{Enter}')
  await expect.element(page.getByText('石沟村 已上报基础完成：7月14日。')).toBeVisible()
  await expect.element(task).toHaveFocus()
  expect(sent('POST')[0]?.body).toMatchObject({ stage: 'foundation', date: '2018-07-14' })
})

test('a cell is saved as it is left, and shown before the server has answered', async () => {
  let release = () => {}
  const held = new Promise<void>(resolve => {
    release = resolve
  })
  const { sent } = openWorkbench({
    [`PATCH ${at}`]: async () => {
      await held
      return done({ ...shigou, version: 8, people: { ...shigou.people, person: '张三' } })
    },
  })
  await type('person', '张三{Enter}')
  await expect.element(page.getByText('正在保存 1 格')).toBeVisible()
  release()
  await expect.element(page.getByText('已全部保存')).toBeVisible()
  expect(sent('PATCH')[0]?.body).toMatchObject({ facts: { person: '张三' } })
})

test('the same cell changed by two asks, showing what was, theirs and mine', async () => {
  const theirs = { ...shigou, version: 9, people: { ...shigou.people, person: '王五' } }
  let tries = 0
  openWorkbench({
    [`PATCH ${at}`]: () =>
      tries++ === 0
        ? refuse(412, 'versionStale', { current: theirs })
        : done({ ...theirs, version: 10, people: { ...theirs.people, person: '张三' } }),
  })
  await type('person', '张三{Enter}{ArrowUp}')
  await expect.element(cell('石沟村 责任人')).toHaveAccessibleDescription('这一格也被别人改了')
  await userEvent.keyboard('{Alt>}{Enter}{/Alt}')
  await expect.element(dialog.getByText('王五')).toBeVisible()
  await expect.element(dialog.getByText('张三')).toBeVisible()
  await dialog.getByRole('button', { name: '用我的' }).click()
  await expect.element(page.getByText('已全部保存')).toBeVisible()
})

test('a doubtful day stays in its cell with its reason and is saved when that is said', async () => {
  const { sent } = openWorkbench({
    [`POST ${at}/stage-records`]: ({ body }) =>
      (body as { acceptDoubts?: boolean }).acceptDoubts
        ? done({ ...shigou, version: 8 })
        : refuse(422, 'doubtful', {
            errors: [{ pointer: '/date', code: 'dateOrder', message: '早于前一阶段的日期。 / Too early.' }],
          }),
  })
  await type('started', '2018.5.3{Enter}{ArrowUp}')
  await expect.element(page.getByRole('status').getByText('早于前一阶段的日期。')).toBeVisible()
  await page.getByRole('button', { name: '仍然保存' }).click()
  await expect.element(page.getByText('已全部保存')).toBeVisible()
  expect(sent('POST')).toHaveLength(2)
})

test('what could not be sent stays, and goes with the next try', async () => {
  let isDown = true
  openWorkbench({
    [`PATCH ${at}`]: () =>
      isDown
        ? Promise.reject(new TypeError('down'))
        : done({ ...shigou, version: 8, people: { ...shigou.people, person: '张三' } }),
  })
  await type('person', '张三{Enter}')
  await expect.element(page.getByText('1 格没有保存')).toBeVisible()
  await expect.element(page.getByRole('row', { name: /LL2018-035/ }).getByText('张三')).toBeVisible()
  isDown = false
  await page.getByRole('button', { name: '重试' }).click()
  await expect.element(page.getByText('已全部保存')).toBeVisible()
})

test('others than the county’s clerks read', async () => {
  openWorkbench({}, createMe({ role: 'leader' }))
  await expect.element(page.getByText('只读：只有本县账号可以修改。')).toBeVisible()
  await page.getByRole('button', { name: '打开LL2018-035' }).click()
  await expect.element(dialog.getByLabelText('责任人', { exact: true })).toBeDisabled()
  await expect.element(dialog.getByRole('button', { name: '上报' })).not.toBeInTheDocument()
})

test('a county that cannot be read says so and can be asked again', async () => {
  let isClosed = true
  openWorkbench({
    'GET /counties/141124': () => (isClosed ? refuse(403, 'forbidden') : answer(createCountySheet(shigou))),
  })
  const retry = page.getByRole('button', { name: '重试' })
  await expect.element(retry).toBeVisible()
  isClosed = false
  await retry.click()
  await expect.element(page.getByRole('grid')).toBeVisible()
})
