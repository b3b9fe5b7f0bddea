import type { Task } from '@lvliang/shared/tasks/task.schema'
import { expect, test } from 'vitest'
import { groupTasks } from './task-groups.ts'

const task = (kind: Task['kind'], codes: string[], overdueDays = 0): Task => ({
  kind,
  county: '141124',
  centres: codes.map(code => ({ code, name: code, version: 1 })),
  due: null,
  overdueDays,
  params: {},
})

test('each centre is one thing to do, and so is what is about none', () => {
  const groups = groupTasks([task('verify', ['a', 'b']), task('verify', ['c']), task('monthMissing', [], 20)])
  expect(groups.map(({ kind, count }) => [kind, count])).toEqual([
    ['verify', 3],
    ['monthMissing', 1],
  ])
})

test('the kinds keep their order, and the longest overdue counts', () => {
  const groups = groupTasks([task('unsited', ['a'], 100), task('unsited', ['b'], 143), task('delay', ['c'])])
  expect(groups.map(({ kind, overdueDays }) => [kind, overdueDays])).toEqual([
    ['delay', 0],
    ['unsited', 143],
  ])
})

test('nothing to do is no group', () => {
  expect(groupTasks([])).toEqual([])
})
