import { expect, test } from 'vitest'
import { createMe } from '../../../test/factories/me.ts'
import { standingOf } from './page-rights.ts'

const board = { path: '/', needs: 'listCentres' as const }
const audit = { path: '/audit', needs: 'listAudit' as const }

test('who may see the board finds it', () => {
  for (const role of ['leader', 'cityOffice', 'county', 'inspector'] as const) {
    expect(standingOf(createMe({ role }), board)).toBe('page')
  }
})

test('whose work is elsewhere is sent home from the board, and refused elsewhere', () => {
  expect(standingOf(createMe({ role: 'systemAdmin' }), board)).toBe('home')
  expect(standingOf(createMe({ role: 'auditor' }), board)).toBe('home')
  expect(standingOf(createMe({ role: 'auditor' }), audit)).toBe('page')
  expect(standingOf(createMe({ role: 'leader' }), audit)).toBe('forbidden')
})

test('a second factor that is still to be set up comes before every page', () => {
  const me = createMe({ role: 'cityOffice', secondFactor: { enabled: false, required: true } })
  expect(standingOf(me, board)).toBe('secondFactor')
  expect(standingOf(me, { path: '/account', needs: undefined })).toBe('secondFactor')
})
