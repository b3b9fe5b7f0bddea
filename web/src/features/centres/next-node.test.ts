import type { Centre } from '@lvliang/shared/centres/centre.schema'
import { expect, test } from 'vitest'
import { nextNode } from './next-node.ts'

const order = [
  { id: 'siteSelection', origin: 'plan' },
  { id: 'groundbreaking', origin: 'plan' },
] as const
const milestones = (sited: boolean, started: boolean) =>
  ({
    siteSelection: { done: sited, due: '2018-03-10' },
    groundbreaking: { done: started, due: '2018-05-31' },
  }) as Centre['milestones']

test('the first node not reached comes next, however late', () => {
  expect(nextNode(milestones(false, false), order, '2018-04-09')).toEqual({
    id: 'siteSelection',
    origin: 'plan',
    due: '2018-03-10',
    daysLeft: -30,
  })
  expect(nextNode(milestones(true, false), order, '2018-05-31')?.daysLeft).toBe(0)
})

test('past the last node nothing comes next', () => {
  expect(nextNode(milestones(true, true), order, '2018-12-31')).toBeNull()
})
