import { expect, test } from 'vitest'
import { issueSections } from './home-sections.ts'

const idsOf = (...asked: Parameters<typeof issueSections>) => issueSections(...asked).map(({ id }) => id)

test('an inspector looks at what waits for a re-check first', () => {
  expect(idsOf('inspector', '141102')).toEqual(['recheck', 'handOut', 'major'])
})

test('a leader looks at the orders given first, then at what is grave or late', () => {
  expect(idsOf('leader', null)).toEqual(['orders', 'recheck', 'major', 'overdue'])
})

test('a county looks at what it has to rectify, its own alone, by due day', () => {
  expect(issueSections('county', '141124')).toEqual([
    { id: 'rectify', params: { county: '141124', state: 'assigned,rectifying,returned', sort: 'dueOn' } },
  ])
})
