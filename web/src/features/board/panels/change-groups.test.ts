import type { Change } from '@lvliang/shared/board/summary.schema'
import { expect, test } from 'vitest'
import { groupChanges, kindsOfChange } from './change-groups.ts'

const change = (overrides: Partial<Change>): Change => ({
  kind: 'done',
  code: 'LL2018-001',
  countyCode: '141102',
  name: '甲村',
  milestone: null,
  stage: null,
  date: null,
  from: null,
  to: null,
  ...overrides,
})
const shape = (changes: Change[]) => groupChanges(changes).map(({ key, items }) => `${key} ${items.length}`)

test('done nodes gather by node, the furthest first, and stand before lights', () => {
  expect(
    shape([
      change({ kind: 'lightWorse', from: 'green', to: 'yellow' }),
      change({ milestone: 'foundation', from: 'notDue', to: 'onTime' }),
      change({ milestone: 'foundation', from: 'overdue', to: 'onTime', code: 'LL2018-002' }),
      change({ milestone: 'mainStructure' }),
    ]),
  ).toEqual(['done:mainStructure 1', 'done:foundation 2', 'lightWorse:green-yellow 1'])
})

test('lights gather by where they came from and went to', () => {
  expect(
    shape([
      change({ kind: 'lightWorse', from: 'yellow', to: 'red' }),
      change({ kind: 'lightWorse', from: 'green', to: 'red' }),
      change({ kind: 'lightWorse', from: 'yellow', to: 'red' }),
    ]),
  ).toEqual(['lightWorse:yellow-red 2', 'lightWorse:green-red 1'])
})

test('kinds count all their groups', () => {
  const kinds = kindsOfChange([
    change({ kind: 'overdue', milestone: 'foundation' }),
    change({ milestone: 'mainStructure' }),
    change({ milestone: 'foundation' }),
  ])
  expect(kinds.map(({ kind, count, groups }) => `${kind} ${count} ${groups.length}`)).toEqual([
    'done 2 2',
    'overdue 1 1',
  ])
})
