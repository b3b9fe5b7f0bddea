import { expect, test } from 'vitest'
import { createAccountSchema, usernameSchema } from './account.schema.ts'

test.each([
  ['li.na', true],
  ['Li-Na_2', true],
  ['  li.na  ', true],
  ['ab', false],
  ['.li', false],
  ['li na', false],
  ['李娜', false],
  ['a'.repeat(30), true],
  ['a'.repeat(31), false],
  ['console', false],
  ['System', false],
  ['consoles', true],
])('the user name %j may be taken: %s', (name, may) => {
  expect(usernameSchema.safeParse(name).success).toBe(may)
})

test.each([
  ['李娜', true],
  ['Li Na 👩', true],
  ['', false],
  ['   ', false],
  ['李\n娜', false],
  ['李\u202e娜', false],
  ['李\u2028娜', false],
  ['李\u0000娜', false],
  ['李\ud800娜', false],
  ['娜'.repeat(61), false],
])('the name %j may be given: %s', (name, may) => {
  const account = { id: '6f1c2f0e-3c7b-4f1e-9a54-1d2f3a4b5c6d', username: 'li.na', name, role: 'leader' }
  expect(createAccountSchema.safeParse(account).success).toBe(may)
})
