import { expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { createSummary, plan, withNode } from '../../../../../test/factories/board.ts'
import { GiveOrder, type OrderAbout } from '../../../components/order-about.ts'
import { show } from '../../../testing/show.tsx'
import { Strip } from './strip.tsx'

const nothing = () => {}
const started = { done: 84, onTime: 70, backdated: 3, late: 14, overdue: 6, notDue: 0 }

test('a node past its due day says how many are on time, back-dated, late and overdue of the quota', async () => {
  const summary = withNode(createSummary(), 'groundbreaking', started)
  show(<Strip plan={plan} summary={summary} previous={undefined} filter={{}} onFilter={nothing} />)
  const heading = page.getByRole('heading', { name: '已开工' })
  await expect.element(heading).toBeVisible()
  const cell = heading.element().parentElement!
  expect(cell.textContent).toContain('84/90')
  expect(cell.textContent).toContain('时限 5月31日（周四）')
  expect(cell.textContent).toContain('按期 70（补报 3）')
  expect(cell.textContent).toContain('逾期完成 14逾期未完成 6')
})

test('a node still ahead says the days left and the pace of the last 30 days', async () => {
  const pace = { mainStructure: 11 }
  show(<Strip plan={plan} summary={createSummary()} previous={undefined} pace={pace} filter={{}} onFilter={nothing} />)
  await expect.element(page.getByText('剩 61 天')).toBeVisible()
  await expect.element(page.getByText('近 30 天 +11')).toBeVisible()
})

test('every number stands against the week before', async () => {
  const before = withNode(createSummary({ byLight: { red: 9, yellow: 0, green: 81, blue: 0 } }), 'groundbreaking', {
    done: 81,
  })
  const now = withNode(
    createSummary({ byLight: { red: 10, yellow: 0, green: 80, blue: 0 } }),
    'groundbreaking',
    started,
  )
  show(<Strip plan={plan} summary={now} previous={before} filter={{}} onFilter={nothing} />)
  await expect.element(page.getByRole('button', { name: /滞后/ })).toHaveTextContent('滞后10+1')
  await expect.element(page.getByRole('button', { name: /正常/ })).toHaveTextContent('正常80−1')
  expect(page.getByRole('heading', { name: '已开工' }).element().parentElement!.textContent).toContain('84/90+3')
})

test('a light is a filter: pressed once it narrows, pressed again it leaves', async () => {
  const onFilter = vi.fn()
  show(
    <Strip
      plan={plan}
      summary={createSummary()}
      previous={undefined}
      filter={{ light: ['red'] }}
      onFilter={onFilter}
    />,
  )
  await page.getByRole('button', { name: /预警/ }).click()
  expect(onFilter).toHaveBeenLastCalledWith({ light: ['red', 'yellow'] })
  await expect.element(page.getByRole('button', { name: /滞后/ })).toHaveAttribute('aria-pressed', 'true')
  await page.getByRole('button', { name: /滞后/ }).click()
  expect(onFilter).toHaveBeenLastCalledWith({ light: undefined })
})

test('who gives orders can turn a number into one; nobody else is offered it', async () => {
  const orders: OrderAbout[] = []
  const summary = withNode(createSummary(), 'groundbreaking', started)
  const strip = <Strip plan={plan} summary={summary} previous={undefined} filter={{}} onFilter={nothing} />
  show(<GiveOrder value={about => void orders.push(about)}>{strip}</GiveOrder>)
  await page.getByRole('button', { name: '交办 已开工' }).click()
  expect(orders).toEqual([
    { kind: 'node', id: 'groundbreaking', what: '已开工', n: 84, of: 90, overdue: 6, day: '2018-07-31' },
  ])
  document.body.replaceChildren()
  show(strip)
  await expect.element(page.getByRole('heading', { name: '已开工' })).toBeVisible()
  await expect.element(page.getByRole('button', { name: /交办/ })).not.toBeInTheDocument()
})
