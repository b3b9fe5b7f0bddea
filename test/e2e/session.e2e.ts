import type { Page } from 'playwright'
import { tabTo } from './support/keyboard.ts'
import { expect, test } from './support/test.ts'

const accountMenu = (page: Page) => page.getByRole('button', { name: /账号菜单$/ })

test('a visitor enters the demonstration by keyboard and finds the page asked for', async ({ open }) => {
  const page = await open('/centres/LL2018-001', { as: null })
  await tabTo(page, page.getByRole('button', { name: /^督查/ }))
  await page.keyboard.press('Enter')
  await page.getByRole('region', { name: '为什么是这个状态' }).waitFor()
  expect(new URL(page.url()).pathname).toBe('/centres/LL2018-001')
  expect(await accountMenu(page).textContent()).toContain('督查')
})

test('a wrong password is refused in words, and the hand is on it again', async ({ open }) => {
  const page = await open('/', { as: null, expects: /^401: .*sign-in/ })
  await page.getByLabel('用户名').fill('nobody.known')
  await page.getByLabel('密码', { exact: true }).fill('three wrong geese')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').filter({ hasText: '用户名或密码不对' }).waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('password')
})

test('a session that ends in mid-work keeps what was typed and goes on', async ({ open }) => {
  const page = await open('/accounts', { as: 'systemAdmin', expects: /^(401|409): / })
  await page.getByRole('button', { name: '新建账号' }).click()
  const drawer = page.getByRole('dialog', { name: '新建账号' })
  const name = drawer.getByLabel('姓名', { exact: true })
  await name.fill('高文秀')
  await drawer.getByLabel('角色', { exact: true }).selectOption({ label: '市领导' })
  await drawer.getByLabel('用户名', { exact: true }).fill('demo-systemadmin')
  await page.context().clearCookies()
  await page.getByRole('button', { name: '建账号并生成设置链接' }).click()
  const dialog = page.getByRole('dialog', { name: '登录已失效' })
  await dialog.waitFor()
  expect(await name.inputValue()).toBe('高文秀')
  await dialog.getByRole('button', { name: '以“系统管理员”继续' }).click()
  await dialog.waitFor({ state: 'detached' })
  // What was sent goes through: it is refused for its own reason, with everything still there.
  await drawer
    .getByText(/有人使用/)
    .first()
    .waitFor()
  expect(await name.inputValue()).toBe('高文秀')
})

test('one who signs out leaves nothing behind, and the session is over', async ({ open }) => {
  const page = await open('/')
  const before = await page.context().cookies()
  await accountMenu(page).click()
  await page.getByRole('button', { name: '退出登录' }).click()
  await page.getByRole('heading', { level: 1, name: '登录' }).waitFor()
  expect(await page.getByText('/90').count()).toBe(0)
  await page.context().addCookies(before)
  expect((await page.request.get('/api/summary')).status()).toBe(401)
})

test('the city office looks through the eyes of a county until it ends it', async ({ open }) => {
  const page = await open('/', { as: 'cityOffice' })
  await accountMenu(page).click()
  await page.getByLabel('以县的身份查看').selectOption('141124')
  await page.getByRole('button', { name: '查看', exact: true }).click()
  const banner = page.getByRole('status').filter({ hasText: '正以临县的身份查看，只读' })
  await banner.waitFor()
  await page.reload()
  await banner.getByRole('button', { name: '结束' }).click()
  await banner.waitFor({ state: 'detached' })
})

test('each role finds its own work first, and a page that is not its own refused in its place', async ({ open }) => {
  const page = await open('/', { as: 'auditor' })
  await page.waitForURL(/\/audit/)
  await page.goto('/accounts')
  await page.getByRole('heading', { name: '您的角色看不到这一页' }).waitFor()
  const admin = await open('/', { as: 'systemAdmin' })
  await admin.waitForURL(/\/accounts/)
})

test('the header fits the narrowest phone with everybody in it', async ({ open }) => {
  for (const width of [320, 390]) {
    for (const as of ['cityOffice', 'systemAdmin', null] as const) {
      const page = await open('/', { as, width, height: 740 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    }
  }
})
