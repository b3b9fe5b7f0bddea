import type { Milestone } from '@lvliang/shared/plan/plan.schema'
import { expect, test } from 'vitest'
import { axisDays, labelMiddle, labelsThatFit, nextMilestone } from './curve-marks.ts'

const node = (id: Milestone['id'], due: string, origin: Milestone['origin']): Milestone => ({
  id,
  stage: 'sited',
  due,
  origin,
  name: { zh: id, en: id },
})
const nodes = [
  node('siteSelection', '2018-03-10', 'plan'),
  node('groundbreaking', '2018-05-31', 'plan'),
  node('foundation', '2018-07-15', 'ours'),
  node('mainStructure', '2018-09-30', 'plan'),
]
const room = { from: '2018-01-01', to: '2018-12-31', width: 360, overhang: 14 }

test('a node due today is the next one, the day after it is not', () => {
  expect(nextMilestone(nodes, '2018-05-31')?.id).toBe('groundbreaking')
  expect(nextMilestone(nodes, '2018-06-01')?.id).toBe('foundation')
  expect(nextMilestone(nodes, '2018-10-01')).toBeNull()
})

test('the day shown comes before plan nodes, plan nodes before ours', () => {
  expect(axisDays(nodes, '2018-07-31')).toEqual(['2018-07-31', '2018-03-10', '2018-05-31', '2018-09-30', '2018-07-15'])
})

test('a day that is a node stands once', () => {
  expect(axisDays(nodes, '2018-05-31').filter(day => day === '2018-05-31')).toHaveLength(1)
})

test('a label that would touch an earlier one is left out', () => {
  const labels = axisDays(nodes, '2018-07-31').map(date => ({ date, text: date.slice(5) }))
  expect(labelsThatFit(labels, room).map(({ date }) => date)).toEqual([
    '2018-07-31',
    '2018-03-10',
    '2018-05-31',
    '2018-09-30',
  ])
  expect(labelsThatFit(labels, { ...room, width: 2000 })).toHaveLength(5)
})

test('a label at the end of the axis moves in, the others stay under their day', () => {
  expect(labelMiddle(360, '12.31', 360, 4)).toBeCloseTo(347.5)
  expect(labelMiddle(200, '12.31', 360, 4)).toBe(200)
})
