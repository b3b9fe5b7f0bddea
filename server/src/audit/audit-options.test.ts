import { expect, test } from 'vitest'
import { parseAuditOptions } from './audit-options.ts'

const hash = '0123456789abcdef'.repeat(4)

test.each([
  [['verify'], { act: 'verify', anchor: null }],
  [['verify', '--anchor', `57:${hash}`], { act: 'verify', anchor: { seq: 57, hash } }],
  [['anchor'], { act: 'anchor' }],
  [['export', 'audit.csv'], { act: 'export', file: 'audit.csv' }],
])('%j is understood', (args, work) => {
  expect(parseAuditOptions(args)).toEqual(work)
})

test.each([
  [[]],
  [['check']],
  [['verify', 'more']],
  [['verify', '--anchor', '57']],
  [['verify', '--anchor', `57:${hash.toUpperCase()}`]],
  [['verify', '--anchor']],
  [['anchor', '--anchor', `57:${hash}`]],
  [['anchor', 'file']],
  [['export']],
  [['export', 'a.csv', 'b.csv']],
  [['verify', '--force']],
])('%j is not', args => {
  expect(parseAuditOptions(args)).toBeNull()
})
