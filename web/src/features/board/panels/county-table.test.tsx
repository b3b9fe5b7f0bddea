import type { CountySummary } from '@lvliang/shared/board/summary.schema'
import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { createSummary, plan, withNode } from '../../../../../test/factories/board.ts'
import { show } from '../../../testing/show.tsx'
import { CountyTablePanel } from './county-table.tsx'

const LIN = { red: 5, yellow: 4, green: 5, blue: 0 }

function countyOf(code: string, quota: number, overrides: Partial<CountySummary> = {}): CountySummary {
  const { asOf, target, scheduledPercent, filtered, counties, ...tally } = createSummary()
  return { ...tally, code, quota, lastEntryOn: null, reporting: null, ...overrides }
}

const sited = withNode(createSummary({ byLight: LIN }), 'siteSelection', { done: 14, notDue: 0 })
const lin = withNode(sited, 'mainStructure', { done: 3, verified: 1 })
const summary = createSummary({
  counties: [
    countyOf('141102', 5),
    countyOf('141124', 14, {
      byLight: LIN,
      milestones: lin.milestones,
      reporting: { period: '2018-06', status: 'missing' },
    }),
  ],
})

const nothing = () => {}

function showTable(overrides: Partial<Parameters<typeof CountyTablePanel>[0]> = {}) {
  const query = { data: summary, error: null, refetch: nothing }
  const props = { selectedCounty: null, hoveredCounty: null, onSelectCounty: nothing, onHoverCounty: nothing }
  const width = { width: 420 }
  show(
    <div style={width}>
      <CountyTablePanel query={query} counties={plan.counties} {...props} {...overrides} />
    </div>,
  )
}

const rowOf = (name: string) => page.getByRole('row', { name })

test('a county says its quota, its main structures reported and verified, and its lights in words', async () => {
  showTable()
  await expect.element(rowOf('临县')).toHaveTextContent('临县1403/1滞后 5，预警 4，正常 5，已运营 0，待选址 05')
})

test('the total divides by the quota of all counties', async () => {
  showTable()
  await expect.element(rowOf('合计')).toHaveTextContent('合计19')
})

test('the other columns come when asked for', async () => {
  showTable()
  expect(page.getByText('上月报送').elements()).toHaveLength(0)
  await page.getByRole('button', { name: '全部列' }).click()
  await expect.element(rowOf('临县')).toHaveTextContent(/未报/)
})

test('a county is chosen by keyboard, and left by choosing it again', async () => {
  const onSelectCounty = vi.fn()
  showTable({ onSelectCounty, selectedCounty: '141124' })
  const first = page.getByRole('button', { name: '离石区' })
  await expect.element(first).toBeVisible()
  first.element().focus()
  await userEvent.keyboard('{Enter}{ArrowDown}{Enter}')
  expect(onSelectCounty.mock.calls).toEqual([['141102'], [null]])
})

test('a county under the mouse is passed on, and let go', async () => {
  const onHoverCounty = vi.fn()
  showTable({ onHoverCounty })
  await rowOf('临县').hover()
  expect(onHoverCounty).toHaveBeenLastCalledWith('141124')
  await page.getByRole('heading', { name: '各县（市、区）' }).hover()
  expect(onHoverCounty).toHaveBeenLastCalledWith(null)
})

test('what could not be read is said, with a way to try again', async () => {
  const refetch = vi.fn()
  showTable({ query: { data: undefined, error: new Error('x'), refetch } })
  await expect.element(page.getByRole('alert')).toHaveTextContent('数据没能取到。')
  await page.getByRole('button', { name: '重试' }).click()
  expect(refetch).toHaveBeenCalledOnce()
})
