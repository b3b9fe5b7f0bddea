import { expect, test } from 'vitest'
import { neighboursOf } from './neighbours.ts'

test('neighbours follow the order of the list', () => {
  expect(neighboursOf(['c', 'a', 'b'], 'a')).toEqual({ previous: 'c', next: 'b' })
})

test('the ends have one neighbour, a centre outside the list none', () => {
  expect(neighboursOf(['a', 'b'], 'b')).toEqual({ previous: 'a', next: null })
  expect(neighboursOf(['a', 'b'], 'z')).toEqual({ previous: null, next: null })
})
