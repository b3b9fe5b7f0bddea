import { OPERATIONS, operationsOf } from '@lvliang/shared/accounts/access'
import { ROLES } from '@lvliang/shared/accounts/role'
import { expect, test } from 'vitest'
import { ALL_RIGHTS, rightsOf, UNSPOKEN } from './rights.ts'

test('every operation belongs to one right, or is nothing to speak of', () => {
  const spoken = [...ALL_RIGHTS.flatMap(([, operations]) => operations), ...UNSPOKEN]
  expect([...spoken].sort()).toEqual([...OPERATIONS].sort())
})

test.each(ROLES)('all that the role %s may do is said', role => {
  const may = operationsOf(role)
  const rights = rightsOf({ may })
  const said = ALL_RIGHTS.filter(([right]) => rights.includes(right)).flatMap(([, operations]) => operations)
  expect([...said, ...UNSPOKEN].sort()).toEqual([...may].sort())
})

test('an auditor has the audit and what is its own', () => {
  expect(rightsOf({ may: operationsOf('auditor') })).toEqual(['audit', 'own'])
})
