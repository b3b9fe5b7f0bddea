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

const shigou = createCentreSheet({ code: 'LL2018-035', name: '石沟村', village: '石沟村', version: 7 })
const yanta = createCentreSheet({ code: 'LL2018-036', name: '岩塔村', village: '岩塔村' })
const FILE = `POST /centres/${shigou.code}/stage-records`

const file: Task = {
  kind: 'fileNode',
  county: '141124',
  centres: [shigou, yanta].map(({ code, name, version }) => ({ code, name, version })),
  due: '2018-07-15',
  overdueDays: 16,
  params: { milestone: 'foundation', stage: 'foundation' },
}
const filed: CentreSheet = {
  ...shigou,
  version: 8,
  milestones: { ...shigou.milestones, foundation: { ...shigou.milestones.foundation, done: true } },
  stages: shigou.stages.map(s => (s.stage === 'foundation' ? { ...s, reported: '2018-07-31' } : s)),
}
const list = () => answer({ asOf: '2018-07-31', items: [file] })
const done = () => answer({ centre: filed, recordIds: ['id'] }, 201)

const PAGE = { path: '/counties/$code', component: WorkbenchPage }
const first = page.getByRole('button', { name: '上报基础完成 石沟村' })
const second = page.getByRole('button', { name: '上报基础完成 岩塔村' })
const dialog = page.getByRole('dialog')
const day = dialog.getByLabelText('完成日期')

/** What an answer waits for. */
function hold() {
  let release = () => {}
  const held = new Promise<void>(resolve => {
    release = resolve
  })
  return { held, release: () => release() }
}

/** The workbench with the first of two tasks in focus. */
async function openWorkbench(answers: Parameters<typeof stubApi>[0]) {
  const asked = stubApi({
    'GET /plan': () => answer(plan),
    'GET /counties/141124': () => answer(createCountySheet(shigou, yanta)),
    'GET /tasks': list,
    ...answers,
  })
  const { queries } = showPages(undefined, [PAGE], {
    me: createMe({ role: 'county', county: '141124' }),
    path: '/counties/141124',
  })
  await expect.element(first).toHaveFocus()
  return { queries, posts: () => asked.filter(({ method }) => method === 'POST') }
}

async function fileFirst() {
  await userEvent.keyboard('{Enter}')
  await expect.element(day).toHaveFocus()
  await userEvent.keyboard('{Enter}')
}

test('what was just filed is not to be filed again, however late the list of things to do', async () => {
  const late = hold()
  let isFiled = false
  const { posts } = await openWorkbench({
    'GET /tasks': async () => {
      if (isFiled) await late.held
      return list()
    },
    [FILE]: () => {
      isFiled = true
      return done()
    },
  })
  await fileFirst()
  await expect.element(second).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByRole('dialog', { name: /LL2018-036/ })).toBeVisible()
  expect(posts()).toHaveLength(1)
  late.release()
})

test('a sheet asked for before an act and answered after it does not take the act back', async () => {
  const late = hold()
  let isFiled = false
  let isLate = false
  const { queries } = await openWorkbench({
    'GET /counties/141124': async () => {
      const sheet = createCountySheet(isFiled ? filed : shigou, yanta)
      const waits = isLate
      isLate = false
      if (waits) await late.held
      return answer(sheet)
    },
    [FILE]: () => {
      isFiled = true
      return done()
    },
  })
  isLate = true
  void queries.invalidateQueries({ queryKey: ['county'] })
  await fileFirst()
  await expect.element(second).toHaveFocus()
  late.release()
  await expect.poll(() => queries.isFetching()).toBe(0)
  await expect.element(first).not.toBeInTheDocument()
})

test('Enter held down opens a form and sends nothing; pressed twice it sends once', async () => {
  const late = hold()
  const { posts } = await openWorkbench({
    [FILE]: async () => {
      await late.held
      return done()
    },
  })
  await userEvent.keyboard('{Enter>9/}')
  await expect.element(day).toHaveFocus()
  expect(posts()).toEqual([])
  await userEvent.keyboard('{Enter}{Enter}')
  await expect.poll(posts).toHaveLength(1)
  late.release()
  await expect.element(second).toHaveFocus()
  expect(posts()).toHaveLength(1)
})

test('a form on its way stays until it is answered, so that a refusal is seen', async () => {
  const late = hold()
  await openWorkbench({
    [FILE]: async () => {
      await late.held
      return refuse(422, 'ruleBroken', { errors: [{ pointer: '/date', code: 'x', message: '不成。 / No.' }] })
    },
  })
  await fileFirst()
  await userEvent.keyboard('{Escape}{Escape}')
  await expect.element(dialog.getByRole('button', { name: '选址' })).toHaveAttribute('aria-disabled', 'true')
  late.release()
  await expect.element(dialog.getByText('不成。')).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await expect.element(dialog).not.toBeInTheDocument()
})
