import { expect, test } from 'vitest'
import { sortForAddress, sortFromAddress } from './list-sort.ts'

test('the order in the address is a column of the table and back', () => {
  for (const sort of ['code', '-overdueDays', 'floatDays', '-updatedAt']) {
    expect(sortForAddress(sortFromAddress(sort))).toBe(sort)
  }
})

test('an order no column has is the list’s own', () => {
  expect(sortFromAddress('-colour')).toBeNull()
  expect(sortForAddress(null)).toBeUndefined()
})
