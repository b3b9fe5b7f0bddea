import type { Task } from '@lvliang/shared/tasks/task.schema'
import { expect, it } from 'vitest'
import { createCentreSheet } from '../../../../test/factories/county-sheet.ts'
import { targetOf } from './target.ts'

const task = (kind: Task['kind'], params: Task['params'] = {}): Task => ({
  kind,
  county: '141124',
  centres: [],
  due: null,
  overdueDays: 0,
  params,
})
const sited = createCentreSheet({ code: 'LL2018-035' }, { approved: { implied: true } })
const empty = createCentreSheet({ code: 'LL2018-036', village: null })

it('a node to file leads to the form of its stage; without a village to the siting', () => {
  expect(targetOf(task('fileNode', { stage: 'foundation' }), sited)).toEqual({
    kind: 'panel',
    code: 'LL2018-035',
    tab: 'report',
    stage: 'foundation',
  })
  expect(targetOf(task('fileNode', { stage: 'started' }), empty)).toMatchObject({ tab: 'siting' })
})

it('a missing day leads to its cell', () => {
  expect(targetOf(task('missingDay'), sited)).toEqual({
    kind: 'cell',
    code: 'LL2018-035',
    columnId: 'reported.approved',
  })
})

it('a paper leads to where it is added, a month to its page', () => {
  expect(targetOf(task('missingDocument', { document: 'contract' }), sited)).toMatchObject({
    tab: 'evidence',
    document: 'contract',
  })
  expect(targetOf(task('missingDocument', { document: 'countyPlan' }), undefined)).toEqual({
    kind: 'countyDocuments',
    document: 'countyPlan',
  })
  expect(targetOf(task('signMonth', { period: '2018-06' }), undefined)).toEqual({ kind: 'month', period: '2018-06' })
})

it('an issue or an order leads to its page, of a centre or of the county', () => {
  const target = { kind: 'issue', issue: 'i-1' }
  expect(targetOf(task('rectify', { issue: 'i-1' }), sited)).toEqual(target)
  expect(targetOf(task('answerOrder', { issue: 'i-1' }), undefined)).toEqual(target)
})
