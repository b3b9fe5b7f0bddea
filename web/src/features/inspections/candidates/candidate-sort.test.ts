import { CANDIDATE_SORTS } from '@lvliang/shared/inspections/candidate.schema'
import { expect, test } from 'vitest'
import { sortForAddress, sortFromAddress } from './candidate-sort.ts'

test('every order of the API is a column of the table and back; the highest risk first needs no word', () => {
  for (const sort of CANDIDATE_SORTS) {
    expect(sortForAddress(sortFromAddress(sort))).toBe(sort === '-risk' ? undefined : sort)
  }
  expect(sortFromAddress(undefined)).toEqual({ column: 'risk', descending: true })
})

test('what the address says in vain is the highest risk first', () => {
  expect(sortFromAddress('-name')).toEqual({ column: 'risk', descending: true })
})
