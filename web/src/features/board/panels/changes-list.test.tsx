import type { Change, Changes } from '@lvliang/shared/board/summary.schema'
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { plan } from '../../../../../test/factories/board.ts'
import { show } from '../../../testing/show.tsx'
import { ChangesPanel } from './changes-list.tsx'

const NONE = { done: 0, late: 0, overdue: 0, verified: 0, disputed: 0, lightWorse: 0, lightBetter: 0 }

function createChange(place: number, overrides: Partial<Change> = {}): Change {
  const about = { milestone: 'mainStructure', stage: null, date: '2018-07-30', from: 'notDue', to: 'onTime' } as const
  return { kind: 'done', code: `LL2018-00${place}`, countyCode: '141124', name: `${place}号村`, ...about, ...overrides }
}

function showChanges(items: Change[]) {
  const changes: Changes = { from: '2018-07-24', to: '2018-07-31', counts: NONE, items }
  const query = { data: changes, error: null, refetch: () => {} }
  const rootRoute = createRootRoute({ component: () => <ChangesPanel query={query} plan={plan} /> })
  const router = createRouter({ routeTree: rootRoute, history: createMemoryHistory() })
  show(<RouterProvider router={router as never} />)
}

test('a few changes are named at once, with the county', async () => {
  showChanges([createChange(1), createChange(2, { kind: 'lightWorse', from: 'yellow', to: 'red', milestone: null })])
  await expect.element(page.getByRole('link', { name: '1号村' })).toHaveAttribute('href', '/centres/LL2018-001')
  await expect
    .element(page.getByRole('listitem').filter({ hasText: '状态变差' }).first())
    .toHaveTextContent('1 状态变差 预警 → 滞后2号村临县')
})

test('many changes of a kind are counted by node, and named when asked for', async () => {
  showChanges([createChange(1), createChange(2), createChange(3, { milestone: 'fitOut' })])
  const done = page.getByRole('listitem').filter({ hasText: '按期完成' }).first()
  await expect.element(done).toHaveTextContent('3 按期完成装修完成 1主体完工 2')
  await page.getByRole('button', { name: '看名单：按期完成' }).click()
  await expect.element(page.getByRole('link', { name: '3号村' })).toBeVisible()
})

test('a week without changes says so', async () => {
  showChanges([])
  await expect.element(page.getByText('这一周没有变化。')).toBeVisible()
  await expect.element(page.getByText('7月24日 至 7月31日')).toBeVisible()
})
