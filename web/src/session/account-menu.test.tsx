import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { plan } from '../../../test/factories/board.ts'
import { createMe } from '../../../test/factories/me.ts'
import { showRouted } from '../testing/show-routed.tsx'
import { answer, stubApi } from '../testing/stub-api.ts'
import { AccountMenu } from './account-menu.tsx'
import { meQueries } from './me.queries.ts'
import { ViewAsBanner } from './view-as-banner.tsx'

const open = page.getByRole('button', { name: /^王建国.*账号菜单$/ })

function showMenu(me: ReturnType<typeof createMe>) {
  return showRouted(<AccountMenu me={me} plan={plan} switches={null} />, { me })
}

test('the header says who is signed in, the menu from which county and where the own account is', async () => {
  showMenu(createMe({ role: 'county', county: '141124' }))
  await expect.element(open).toHaveTextContent('王建国县级')
  await open.click()
  await expect.element(page.getByText('县级 · 临县 · wang.jianguo')).toBeVisible()
  await expect.element(page.getByRole('link', { name: '我的账号' })).toHaveAttribute('href', '/account')
  await expect.element(page.getByRole('button', { name: '退出登录' })).toBeVisible()
})

test('the keyboard opens and leaves it', async () => {
  showMenu(createMe())
  await expect.element(open).toBeVisible()
  await userEvent.keyboard('{Tab}{Enter}')
  await expect.element(page.getByRole('link', { name: '我的账号' })).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await expect.element(page.getByRole('link', { name: '我的账号' })).not.toBeInTheDocument()
  await expect.element(open).toHaveFocus()
})

test('a leader is not offered the eyes of a county', async () => {
  showMenu(createMe())
  await open.click()
  await expect.element(page.getByRole('button', { name: '退出登录' })).toBeVisible()
  expect(page.getByRole('combobox').elements()).toHaveLength(0)
})

test('the city office looks through the eyes of the county it chose, and everything is read anew', async () => {
  const me = createMe({ role: 'cityOffice' })
  const viewing = { ...me, viewingAs: '141124' }
  const asked = stubApi({ 'PUT /me/view-as': () => answer(viewing) })
  const { queries } = showMenu(me)
  queries.setQueryData(['centres'], 'with telephone numbers')
  await open.click()
  await page.getByLabelText('以县的身份查看').selectOptions('临县')
  await page.getByRole('button', { name: '查看', exact: true }).click()
  await expect.poll(() => queries.getQueryData(meQueries.current().queryKey)).toEqual(viewing)
  expect(asked[0]?.body).toEqual({ county: '141124' })
  expect(queries.getQueryData(['centres'])).toBeUndefined()
  await expect.element(page.getByRole('combobox')).not.toBeInTheDocument()
})

test('a banner says through whose eyes, and ends it', async () => {
  const me = createMe({ role: 'cityOffice', viewingAs: '141124' })
  const asked = stubApi({ 'PUT /me/view-as': () => answer({ ...me, viewingAs: null }) })
  const { queries } = showRouted(<ViewAsBanner county="141124" plan={plan} />, { me })
  await expect.element(page.getByRole('status')).toHaveTextContent('正以临县的身份查看，只读')
  await page.getByRole('button', { name: '结束' }).click()
  await expect.poll(() => queries.getQueryData(meQueries.current().queryKey)?.viewingAs).toBeNull()
  expect(asked[0]?.body).toEqual({ county: null })
})
