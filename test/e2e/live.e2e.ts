import type { CountySheet } from '@lvliang/shared/centres/act.schema'
import type { Page } from 'playwright'
import { test } from './support/own-server.ts'
import { browserCookie, signInToDemonstration } from './support/sign-in.ts'
import { expect } from './support/test.ts'

const LIN = '141124'

const streams = async (url: string) =>
  Number(/^lvliang_streams (\d+)$/m.exec(await (await fetch(`${url}/metrics`)).text())?.[1])

/** A centre of 临县 under construction, and what is reported of it next. */
async function nextReport(page: Page, at: number) {
  const { items } = (await (await page.request.get(`/api/counties/${LIN}`)).json()) as CountySheet
  const building = items.filter(({ stage }) => stage === 'started')
  const centre = building[at]
  if (!centre) throw new Error('no centre under construction')
  return centre
}

interface Report {
  code: string
  version: number
}

const report = (page: Page, { code, version }: Report) =>
  page.evaluate(
    async ({ path, tag }) => {
      const body = { id: crypto.randomUUID(), stage: 'foundation', date: '2018-07-30', acceptDoubts: true }
      const headers = { 'content-type': 'application/json', 'if-match': tag }
      const answer = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) })
      return answer.status
    },
    { path: `/api/centres/${code}/stage-records`, tag: `"${version}"` },
  )

async function openAsClerk(page: Page, url: string): Promise<Page> {
  const context = page.context().browser()
  if (!context) throw new Error('no browser')
  const clerks = await context.newContext({ baseURL: url })
  await clerks.addCookies([browserCookie(url, await signInToDemonstration(url, 'county', LIN))])
  const other = await clerks.newPage()
  await other.goto('/centres')
  return other
}

test('what one reports stands on the board of another within a second, in its place', async ({ open, baseUrl }) => {
  const board = await open('/')
  const clerk = await openAsClerk(board, baseUrl)
  await expect.poll(() => streams(baseUrl), { timeout: 10_000 }).toBe(2)
  const centre = await nextReport(board, 0)
  const row = board.getByRole('row').filter({ has: board.locator(`a[href*="${centre.code}"]`) })
  await row.getByRole('link').first().scrollIntoViewIfNeeded()
  await board.evaluate(() => {
    const seen: string[] = []
    Object.assign(window, { seen })
    new MutationObserver(() => {
      if (document.querySelector('[class*="skeleton" i]')) seen.push('skeleton')
    }).observe(document.body, { subtree: true, childList: true })
  })
  const view = () =>
    board.evaluate(() => [
      document.querySelector('.leaflet-map-pane')?.getAttribute('style'),
      scrollY,
      ...[...document.querySelectorAll('div')].map(box => box.scrollTop).filter(top => top > 0),
    ])
  const before = await view()
  const asked = performance.now()
  expect(await report(clerk, centre)).toBe(201)
  const says = board.getByRole('status').getByText(`临县 ${centre.code} ${centre.name}：上报 基础完成（07-30）`)
  await says.waitFor()
  const tookMs = performance.now() - asked
  expect(tookMs).toBeLessThan(1000)
  await row.getByText('基础完成').first().waitFor()
  expect(await view()).toEqual(before)
  expect(await board.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual([])
  await clerk.context().close()
})

test('a page about a past day stays, and says that it does', async ({ open, baseUrl }) => {
  const board = await open('/?asOf=2018-06-01')
  const clerk = await openAsClerk(board, baseUrl)
  await expect.poll(() => streams(baseUrl), { timeout: 10_000 }).toBe(2)
  const reads: string[] = []
  board.on('request', request => request.url().includes('/api/') && reads.push(request.url()))
  expect(await report(clerk, await nextReport(clerk, 0))).toBe(201)
  await board.getByRole('status').getByText('这里是 2018-06-01 的情况，不随之变动').waitFor()
  expect(reads).toEqual([])
  await board.getByRole('status').getByRole('link', { name: '看今天' }).click()
  await expect.poll(() => new URL(board.url()).search).toBe('')
  expect(reads.length).toBeGreaterThan(0)
  await clerk.context().close()
})

test('one who signs out hears nothing more', async ({ open, baseUrl }) => {
  const board = await open('/')
  await expect.poll(() => streams(baseUrl), { timeout: 10_000 }).toBe(1)
  await board.getByRole('button', { name: /账号菜单$/ }).click()
  await board.getByRole('button', { name: '退出登录' }).click()
  await expect.poll(() => streams(baseUrl), { timeout: 10_000 }).toBe(0)
  // The page is left for the sign-in; closed on its way there, a browser may wait for ever.
  await board.getByLabel('用户名').waitFor()
})
