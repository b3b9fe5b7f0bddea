import { expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { plan } from '../../../test/factories/board.ts'
import { createMe, createSignInOptions } from '../../../test/factories/me.ts'
import { planQueries } from '../api/plan.queries.ts'
import { showPages } from '../testing/show-routed.tsx'
import { answer, refuse, stubApi } from '../testing/stub-api.ts'
import { Layout } from './layout.tsx'

const named = (name: string) => () => <h1>{name}</h1>
const PAGES = [
  { path: '/', component: named('the board'), staticData: { needs: 'listCentres' as const } },
  { path: '/centres/$code', component: named('a centre'), staticData: { needs: 'getCentre' as const } },
  { path: '/accounts', component: named('the accounts'), staticData: { needs: 'listAccounts' as const } },
  { path: '/set-up', component: named('the set-up'), staticData: { open: true } },
]

const planAnswer = () => answer(plan)
const showAt = (path: string, me: ReturnType<typeof createMe> | null = null) => showPages(Layout, PAGES, { me, path })

test('one who is not signed in finds the sign-in at every address, and the page behind it afterwards', async () => {
  stubApi({
    'GET /plan': planAnswer,
    'GET /auth/options': () => answer(createSignInOptions({ demonstration: true, oneClick: true })),
    'POST /auth/demonstration': () => answer(createMe()),
  })
  const { router } = showAt('/centres/LL2018-001')
  await page.getByRole('button', { name: /^市领导/ }).click()
  await expect.element(page.getByRole('heading', { name: 'a centre' })).toBeVisible()
  expect(router.state.location.pathname).toBe('/centres/LL2018-001')
})

test('a set-up link opens without a session', async () => {
  stubApi({})
  showAt('/set-up')
  await expect.element(page.getByRole('heading', { name: 'the set-up' })).toBeVisible()
})

test('one whose work is elsewhere is led home from the board', async () => {
  stubApi({ 'GET /plan': planAnswer })
  const { router } = showAt('/', createMe({ role: 'systemAdmin' }))
  await expect.element(page.getByRole('heading', { name: 'the accounts' })).toBeVisible()
  expect(router.state.location.pathname).toBe('/accounts')
})

test('a page that is not theirs says so in its place', async () => {
  stubApi({ 'GET /plan': planAnswer })
  const { router } = showAt('/accounts', createMe())
  await expect.element(page.getByRole('heading', { name: '您的角色看不到这一页' })).toBeVisible()
  await expect.element(page.getByText('王建国 · 市领导')).toBeVisible()
  await expect.element(page.getByRole('heading', { name: 'the accounts' })).not.toBeInTheDocument()
  expect(router.state.location.pathname).toBe('/accounts')
})

test('a second factor that is still missing stands before every page', async () => {
  stubApi({ 'GET /plan': planAnswer })
  showAt('/', createMe({ role: 'cityOffice', secondFactor: { enabled: false, required: true } }))
  await expect.element(page.getByRole('heading', { name: '设置二次验证' })).toBeVisible()
  await expect.element(page.getByRole('heading', { name: 'the board' })).not.toBeInTheDocument()
  expect(page.getByRole('navigation').elements()).toHaveLength(0)
})

test('the wall screen shows the board alone and says of which day it is', async () => {
  stubApi({ 'GET /plan': planAnswer })
  const { router } = showAt('/centres/LL2018-001?wall', createMe({ role: 'wall', id: null, name: null }))
  await expect.element(page.getByRole('heading', { name: 'the board' })).toBeVisible()
  expect(router.state.location.href).toBe('/?wall')
  await expect.element(page.getByText('截至 2018-07-31')).toBeVisible()
  await expect.element(page.getByText('演示数据（虚构）')).toBeVisible()
  expect(page.getByRole('button').elements()).toHaveLength(0)
  expect(page.getByRole('navigation').elements()).toHaveLength(0)
})

test('the wall screen reads anew each minute and moves to the new day', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  let today = '2018-07-31'
  stubApi({ 'GET /plan': () => answer({ ...plan, today }) })
  const { router } = showAt('/?wall&asOf=2018-05-31', createMe({ role: 'wall', id: null, name: null }))
  await expect.element(page.getByText('截至 2018-05-31')).toBeVisible()
  today = '2018-08-01'
  await vi.advanceTimersByTimeAsync(60_000)
  vi.useRealTimers()
  await expect.element(page.getByText('截至 2018-08-01')).toBeVisible()
  expect(router.state.location.href).toBe('/?wall')
})

test('a wall screen whose link was revoked says so, calmly', async () => {
  stubApi({ 'GET /plan': () => refuse(401, 'signInRequired') })
  const { queries } = showAt('/?wall', createMe({ role: 'wall', id: null, name: null }))
  void queries.fetchQuery(planQueries.current()).catch(() => {})
  await expect.element(page.getByRole('heading', { name: '这块屏幕的链接已停用' })).toBeVisible()
  await expect.element(page.getByRole('link', { name: '用账号登录' })).toHaveAttribute('href', '/')
})

test('a screen whose link is no longer known finds the same words after a restart', async () => {
  stubApi({})
  showAt('/?wall')
  await expect.element(page.getByRole('heading', { name: '这块屏幕的链接已停用' })).toBeVisible()
})
