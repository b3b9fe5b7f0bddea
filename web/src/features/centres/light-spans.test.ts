import { expect, test } from 'vitest'
import { lightSpans } from './light-spans.ts'

const changes = [
  { from: '2018-01-01', colour: 'green' },
  { from: '2018-03-11', colour: 'yellow' },
  { from: '2018-03-12', colour: 'green' },
] as const

test('a span ends the day before the next begins, the last on the day shown', () => {
  expect(lightSpans(changes, '2018-07-31').map(({ from, to, days }) => `${from} ${to} ${days}`)).toEqual([
    '2018-01-01 2018-03-10 69',
    '2018-03-11 2018-03-11 1',
    '2018-03-12 2018-07-31 142',
  ])
})

test('spans after the day shown are left out', () => {
  expect(lightSpans(changes, '2018-03-11')).toHaveLength(2)
})
