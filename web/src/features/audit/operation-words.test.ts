import { OPERATIONS } from '@lvliang/shared/accounts/access'
import { describe, expect, test } from 'vitest'
import { audit as en } from '../../i18n/en/audit.ts'
import { audit as zh } from '../../i18n/zh/audit.ts'

describe.each([
  ['Chinese', zh.operation],
  ['English', en.operation],
] as const)('%s', (_, words: Readonly<Record<string, string>>) => {
  test('has words for every operation of the API', () => {
    expect(OPERATIONS.filter(operation => !words[operation])).toEqual([])
  })

  test('has the same words for no two operations', () => {
    expect(new Set(Object.values(words)).size).toBe(Object.keys(words).length)
  })
})
