import type { CentreSheet } from '@lvliang/shared/centres/centre.schema'
import type { Task } from '@lvliang/shared/tasks/task.schema'
import { expect, it } from 'vitest'
import { createCentreSheet } from '../../../../test/factories/county-sheet.ts'
import { openTasks } from './open-tasks.ts'

const CODES = ['LL2018-035', 'LL2018-036'] as const
const task = (kind: Task['kind'], params: Task['params'] = {}): Task => ({
  kind,
  county: '141124',
  centres: CODES.map(code => ({ code, name: code, version: 4 })),
  due: null,
  overdueDays: 0,
  params,
})
const [first, second] = CODES.map(code => createCentreSheet({ code, version: 4 })) as [CentreSheet, CentreSheet]
const codesOf = (tasks: Task[]) => tasks.map(({ centres }) => centres.map(({ code }) => code))

const withStarted = (centre: CentreSheet): CentreSheet => ({
  ...centre,
  version: 5,
  milestones: { ...centre.milestones, groundbreaking: { ...centre.milestones.groundbreaking, done: true } },
})
const withBadge = (code: string, params: Record<string, string> = {}): CentreSheet => ({
  ...first,
  badges: [{ code, params }] as CentreSheet['badges'],
})

it('a node filed for one of two centres is left to be filed for the other', () => {
  const tasks = [task('fileNode', { milestone: 'groundbreaking', stage: 'started' })]
  expect(codesOf(openTasks(tasks, [withStarted(first), second]))).toEqual([[CODES[1]]])
})

it('a task of whose centres none is left is gone', () => {
  const tasks = [task('fileNode', { milestone: 'groundbreaking', stage: 'started' })]
  expect(openTasks(tasks, [withStarted(first), withStarted(second)])).toEqual([])
})

it('another node of a centre that was filed for stays', () => {
  const tasks = [task('fileNode', { milestone: 'foundation', stage: 'foundation' })]
  expect(openTasks(tasks, [withStarted(first), second])).toEqual(tasks)
})

it('what is wrong with a row is there for as long as its badge', () => {
  const disputed = task('disputed', { stage: 'started' })
  expect(codesOf(openTasks([disputed], [withBadge('disputed', { stage: 'started' }), second]))).toEqual([[CODES[0]]])
  expect(openTasks([disputed], [withBadge('disputed', { stage: 'foundation' }), second])).toEqual([])
  const doubt = task('doubt', { reason: '同名' })
  expect(codesOf(openTasks([doubt], [withBadge('doubt', { text: '同名' }), second]))).toEqual([[CODES[0]]])
  expect(openTasks([task('unlocated')], [first, second])).toEqual([])
})

it('a light that turns worse is said of a centre only as it was when that was found', () => {
  const tasks = [task('turnsWorse', { colour: 'yellow' })]
  expect(codesOf(openTasks(tasks, [{ ...first, version: 5 }, second]))).toEqual([[CODES[1]]])
})

it('what no sheet tells, and what is about the county itself, stays', () => {
  const tasks = [task('missingDocument', { document: 'contract' }), { ...task('signMonth'), centres: [] }]
  expect(openTasks(tasks, [withStarted(first), second])).toEqual(tasks)
})
