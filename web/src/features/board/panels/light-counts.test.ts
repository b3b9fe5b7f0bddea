import { expect, test } from 'vitest'
import { createSummary, withNode } from '../../../../../test/factories/board.ts'
import { markCounts } from './light-counts.ts'

const byLight = { red: 1, yellow: 2, green: 87, blue: 0 }
const summary = (notDue: number) => withNode(createSummary({ byLight }), 'siteSelection', { notDue })

test('slots waiting for their site are not counted as on track', () => {
  expect(markCounts(summary(60))).toEqual({ red: 1, yellow: 2, green: 27, blue: 0, plain: 60 })
})

test('past the due day of siting nothing waits', () => {
  expect(markCounts(summary(0))).toEqual({ ...byLight, plain: 0 })
})

test('what is merely unverified does not wait for a site', () => {
  const verified = summary(60)
  expect(markCounts({ ...verified, byStage: { ...verified.byStage, unverified: 60 } }).plain).toBe(0)
})
