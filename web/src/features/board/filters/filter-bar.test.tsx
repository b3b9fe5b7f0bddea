import { expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { plan } from '../../../../../test/factories/board.ts'
import { show } from '../../../testing/show.tsx'
import { FilterBar } from './filter-bar.tsx'

const filter = { county: ['141124', '141123'], light: ['red' as const], located: false }

test('each value of each filter is a chip that takes it away', async () => {
  const onFilter = vi.fn()
  show(<FilterBar plan={plan} left={3} filter={filter} onFilter={onFilter} />)
  await page.getByRole('button', { name: '去掉筛选“临县”' }).click()
  expect(onFilter).toHaveBeenLastCalledWith({ county: ['141123'] })
  await page.getByRole('button', { name: '去掉筛选“无坐标”' }).click()
  expect(onFilter).toHaveBeenLastCalledWith({ located: undefined })
})

test('the same word of two filters stays two chips', async () => {
  const onFilter = vi.fn()
  const both = { verification: ['disputed' as const], gap: ['disputed' as const] }
  show(<FilterBar plan={plan} left={3} filter={both} onFilter={onFilter} />)
  await page.getByRole('button', { name: '去掉筛选“有异议未消”' }).click()
  expect(onFilter).toHaveBeenLastCalledWith({ gap: undefined })
})

test('a line says how much of the quota is left, and one press clears all', async () => {
  const onFilter = vi.fn()
  show(<FilterBar plan={plan} left={3} filter={filter} onFilter={onFilter} />)
  await expect.element(page.getByRole('status')).toHaveTextContent('已筛选：3 / 90 个项目')
  await page.getByRole('button', { name: '清除筛选' }).click()
  expect(onFilter.mock.lastCall?.[0]).toMatchObject({ county: undefined, light: undefined, located: undefined })
})

test('the day and the basis alone narrow nothing', async () => {
  show(<FilterBar plan={plan} left={90} filter={{ basis: 'verified' }} onFilter={() => {}} />)
  await expect.element(page.getByRole('status')).toHaveTextContent('全部 90 个项目')
})
