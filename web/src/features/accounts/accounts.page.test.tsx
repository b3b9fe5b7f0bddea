import type { Account } from '@lvliang/shared/accounts/account.schema'
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { createAccount, createWallLink } from '../../../../test/factories/account.ts'
import { plan } from '../../../../test/factories/board.ts'
import { createMe } from '../../../../test/factories/me.ts'
import { accountsSearchSchema } from '../../filters/admin-search.ts'
import { showPages } from '../../testing/show-routed.tsx'
import { answer, refuse, stubApi } from '../../testing/stub-api.ts'
import { AccountsPage } from './accounts.page.tsx'

const me = createMe({ role: 'systemAdmin', id: 'own', username: 'kang', name: '康文博' })
const own = createAccount({ id: 'own', username: 'kang', name: '康文博', role: 'systemAdmin', county: null })
const liNa = createAccount({ id: 'li-na', version: 3 })
const at = `/accounts/${liNa.id}`

const listed = (...items: Account[]) => ({
  'GET /plan': () => answer(plan),
  'GET /accounts': () => answer({ items, total: items.length, nextCursor: null }),
})

const PAGE = {
  path: '/accounts',
  component: AccountsPage,
  validateSearch: (search: Record<string, unknown>) => accountsSearchSchema.parse(search),
}
const showAccounts = (path = '/accounts') => showPages(undefined, [PAGE], { me, path })
const dialog = page.getByRole('dialog')

test('each account stands with its role, county and state in words', async () => {
  stubApi(listed(liNa, createAccount({ id: 'b', username: 'zhao', name: '赵强', state: 'disabled' })))
  showAccounts()
  await expect.element(page.getByRole('row', { name: /李娜 li\.na 县级 临县 在用/ })).toBeVisible()
  await expect.element(page.getByRole('row', { name: /赵强 zhao .*已停用/ })).toBeVisible()
})

test('a new account asks for what its role needs, and its link is shown once', async () => {
  const asked = stubApi({
    ...listed(liNa),
    'POST /accounts': () =>
      answer({
        account: createAccount({ state: 'invited' }),
        setUpLink: { url: 'https://example.test/set-up#token', expiresAt: '2018-08-03T02:00:00.000Z' },
      }),
  })
  showAccounts()
  await page.getByRole('button', { name: '新建账号' }).click()
  await dialog.getByLabelText('角色').selectOptions('leader')
  await expect.element(dialog.getByLabelText('所属县')).not.toBeInTheDocument()
  await dialog.getByLabelText('角色').selectOptions('county')
  await dialog.getByLabelText('所属县').selectOptions('141124')
  await dialog.getByLabelText('姓名').fill('李娜')
  await dialog.getByLabelText('用户名').fill('li.na')
  await dialog.getByRole('button', { name: '建账号并生成设置链接' }).click()
  await expect
    .element(dialog.getByLabelText('设置链接', { exact: true }))
    .toHaveValue('https://example.test/set-up#token')
  await expect.element(dialog.getByRole('img', { name: '设置链接的二维码' })).toBeVisible()
  await expect.element(dialog.getByText(/2018-08-03 10:00 前有效/)).toBeVisible()
  expect(asked.find(({ method }) => method === 'POST')?.body).toMatchObject({
    username: 'li.na',
    name: '李娜',
    role: 'county',
    county: '141124',
    finance: false,
  })
})

test('a user name that is taken is said at its field, and what was typed stays', async () => {
  stubApi({ ...listed(liNa), 'POST /accounts': () => refuse(409, 'usernameTaken') })
  showAccounts()
  await page.getByRole('button', { name: '新建账号' }).click()
  await dialog.getByLabelText('角色').selectOptions('leader')
  await dialog.getByLabelText('姓名').fill('贺明远')
  await dialog.getByLabelText('用户名').fill('he')
  await dialog.getByRole('button', { name: '建账号并生成设置链接' }).click()
  await expect.element(dialog.getByLabelText('用户名')).toHaveAccessibleDescription(/已有人使用/)
  await expect.element(dialog.getByLabelText('姓名')).toHaveValue('贺明远')
})

test('where somebody was quicker, theirs stands beside mine, and mine may still be chosen', async () => {
  const theirs = { ...liNa, name: '李娜（文水）', county: '141121', version: 4 }
  let tries = 0
  const asked = stubApi({
    ...listed(liNa),
    [`PATCH ${at}`]: () =>
      tries++ === 0
        ? refuse(412, 'versionStale', { current: theirs })
        : answer({ ...theirs, name: '李小娜', version: 5 }),
  })
  showAccounts()
  await page.getByRole('button', { name: '李娜' }).click()
  await dialog.getByLabelText('姓名').fill('李小娜')
  await dialog.getByRole('button', { name: '保存修改' }).click()
  await expect.element(dialog.getByRole('row', { name: '姓名 李娜（文水） 李小娜' })).toBeVisible()
  await expect.element(dialog.getByRole('row', { name: '所属县 文水县 临县' })).toBeVisible()
  await dialog.getByRole('button', { name: '用我的内容覆盖' }).click()
  await expect.element(dialog.getByText('已保存。')).toBeVisible()
  expect(asked.at(-1)?.body).toEqual({ name: '李小娜', county: '141124' })
})

test('disabling is asked first and can be undone', async () => {
  const asked = stubApi({
    ...listed(liNa),
    [`PATCH ${at}`]: ({ body }) =>
      answer({ ...liNa, state: (body as { disabled: boolean }).disabled ? 'disabled' : 'active', version: 4 }),
  })
  showAccounts()
  await page.getByRole('button', { name: '李娜' }).click()
  await dialog.getByRole('button', { name: '停用账号' }).click()
  expect(asked.some(({ method }) => method === 'PATCH')).toBe(false)
  await dialog.getByRole('button', { name: '确定' }).click()
  await expect.element(page.getByText('已停用 李娜。')).toBeVisible()
  await expect.element(page.getByRole('row', { name: /李娜 .*已停用/ })).toBeVisible()
  await page.getByRole('button', { name: '撤销' }).click()
  await expect.element(page.getByText('已启用 李娜。')).toBeVisible()
  expect(asked.filter(({ method }) => method === 'PATCH').map(({ body }) => body)).toEqual([
    { disabled: true },
    { disabled: false },
  ])
})

test('where somebody changed it before it was disabled, what it is now is shown and it is asked again', async () => {
  const theirs = { ...liNa, name: '李娜（文水）', version: 4 }
  stubApi({ ...listed(liNa), [`PATCH ${at}`]: () => refuse(412, 'versionStale', { current: theirs }) })
  showAccounts()
  await page.getByRole('button', { name: '李娜' }).click()
  await dialog.getByRole('button', { name: '停用账号' }).click()
  await dialog.getByRole('button', { name: '确定' }).click()
  await expect.element(dialog.getByRole('alert')).toHaveTextContent('已被别人改过')
  await expect.element(dialog.getByLabelText('姓名')).toHaveValue('李娜（文水）')
})

test('one’s own account is shown, with the reason why it is not changed here', async () => {
  stubApi(listed(own))
  showAccounts()
  await page.getByRole('button', { name: '康文博' }).click()
  await expect.element(dialog.getByText(/自己的权限不能自己修改/)).toBeVisible()
  await expect.element(dialog.getByLabelText('姓名')).not.toBeInTheDocument()
  await expect.element(dialog.getByRole('button', { name: '停用账号' })).not.toBeInTheDocument()
})

test('the filters stand in the address', async () => {
  stubApi(listed(liNa))
  const { router } = showAccounts('/accounts?state=active')
  await expect.element(page.getByLabelText('状态')).toHaveValue('active')
  await page.getByLabelText('角色').selectOptions('inspector')
  await expect.poll(() => router.state.location.searchStr).toBe('?state=active&role=inspector')
  await page.getByRole('button', { name: '清除筛选' }).click()
  await expect.poll(() => router.state.location.searchStr).toBe('')
})

test('a list that cannot be read says so and can be asked again', async () => {
  let isClosed = true
  stubApi({
    ...listed(liNa),
    'GET /accounts': () =>
      isClosed ? refuse(403, 'forbidden') : answer({ items: [liNa], total: 1, nextCursor: null }),
  })
  showAccounts()
  const retry = page.getByRole('button', { name: '重试' })
  await expect.element(retry).toBeVisible()
  isClosed = false
  await retry.click()
  await expect.element(page.getByRole('button', { name: '李娜' })).toBeVisible()
})

test('a wall link is made, shown once, and revoked after a question', async () => {
  const link = createWallLink()
  const asked = stubApi({
    'GET /plan': () => answer(plan),
    'GET /wall-links': () => answer({ items: [link] }),
    'POST /wall-links': () => answer({ link, url: 'https://example.test/?wall=token' }),
    [`DELETE /wall-links/${link.id}`]: () => answer(null, 204),
  })
  showAccounts('/accounts?view=wall')
  const sections = page.getByRole('navigation', { name: '账号管理' })
  await expect.element(sections.getByRole('link', { name: '大屏链接' })).toHaveAttribute('aria-current', 'page')
  await expect.element(sections.getByRole('link', { name: '账号' })).not.toHaveAttribute('aria-current')
  await page.getByRole('button', { name: '新建大屏链接' }).click()
  await dialog.getByLabelText('名称').fill('三楼会议室')
  await dialog.getByRole('button', { name: '生成链接' }).click()
  await expect
    .element(dialog.getByLabelText('大屏链接', { exact: true }))
    .toHaveValue('https://example.test/?wall=token')
  await dialog.getByRole('button', { name: '完成' }).click()
  await page.getByRole('button', { name: '停用大屏链接“三楼会议室”' }).click()
  await dialog.getByRole('button', { name: '停用', exact: true }).click()
  await expect.element(page.getByText('已停用“三楼会议室”。')).toBeVisible()
  expect(asked.some(({ method }) => method === 'DELETE')).toBe(true)
})
