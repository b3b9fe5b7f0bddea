import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { show } from '../../testing/show.tsx'
import type { Column } from './column.ts'
import { DataTable } from './data-table.tsx'
import { useTableView } from './use-table-view.ts'

interface Village {
  name: string
  late: number | null
}

const villages: Village[] = [
  { name: '甲村', late: 2 },
  { name: '乙村', late: null },
  { name: '丙村', late: 10 },
]

const columns: Column<Village>[] = [
  {
    id: 'name',
    header: '村',
    rowHeader: true,
    value: row => row.name,
    cell: (row, main) => (
      <button type="button" {...main}>
        {row.name}
      </button>
    ),
    total: '合计',
  },
  { id: 'late', header: '逾期', numeric: true, descendingFirst: true, value: row => row.late, total: 12 },
]

function Villages({ onOpen }: { onOpen?: (row: Village) => void }) {
  const view = useTableView(columns, villages)
  return <DataTable caption="村" columns={columns} rowKey={row => row.name} onOpen={onOpen} {...view} />
}

const names = () =>
  page
    .getByRole('rowheader')
    .elements()
    .map(cell => cell.textContent)
const head = page.getByRole('button', { name: '逾期' })

test('a head sorts the worst first, then the best, then leaves the rows as they were; blanks stay last', async () => {
  show(<Villages />)
  await head.click()
  await expect.poll(names).toEqual(['丙村', '甲村', '乙村'])
  await expect.element(page.getByRole('columnheader', { name: /逾期/ })).toHaveAttribute('aria-sort', 'descending')
  await head.click()
  await expect.poll(names).toEqual(['甲村', '丙村', '乙村'])
  await head.click()
  await expect.poll(names).toEqual(['甲村', '乙村', '丙村'])
})

test('the rows are one tab stop, and arrow keys move between them', async () => {
  show(<Villages />)
  await expect.element(page.getByRole('button', { name: '甲村' })).toBeVisible()
  page.getByRole('button', { name: '甲村' }).element().focus()
  await userEvent.keyboard('{ArrowDown}{ArrowDown}')
  await expect.element(page.getByRole('button', { name: '丙村' })).toHaveFocus()
  await userEvent.keyboard('{Home}')
  await expect.element(page.getByRole('button', { name: '甲村' })).toHaveFocus()
  await userEvent.keyboard('{Tab}')
  expect(document.activeElement?.closest('tbody')).toBeNull()
})

test('a press anywhere on a row opens it once', async () => {
  const onOpen = vi.fn()
  show(<Villages onOpen={onOpen} />)
  await page.getByRole('cell', { name: '10' }).click()
  expect(onOpen).toHaveBeenCalledExactlyOnceWith(villages[2])
})

test('the sum stands below the rows, whatever their order', async () => {
  show(<Villages />)
  await head.click()
  await expect.element(page.getByRole('row', { name: '合计 12' })).toBeVisible()
})
