import { expect, test } from './support/test.ts'

test('a filter acts on everything on the page and leaves by its chip', async ({ open }) => {
  const page = await open('/?county=141124')
  await page.getByRole('status').filter({ hasText: '14 / 90' }).waitFor()
  const list = page.getByRole('region', { name: '项目列表' })
  await list.getByRole('link').first().waitFor()
  expect(await list.locator('tbody tr', { hasNotText: '临县' }).count()).toBe(0)
  await page.getByText('/14').first().waitFor()

  await page.getByRole('button', { name: /^去掉筛选.*临县/ }).click()
  await page.getByRole('status').filter({ hasText: '全部 90' }).waitFor()
  expect(page.url()).not.toContain('county=')
})

test('what a clerk exports is what the list shows', async ({ open }) => {
  const page = await open('/centres?county=141126&light=red,yellow')
  const shown = page.getByRole('table', { name: '项目列表' }).locator('tbody th a')
  await shown.first().waitFor()
  const codes = await shown.allTextContents()
  const href = await page.getByRole('link', { name: 'CSV' }).getAttribute('href')
  const csv = await (await page.request.get(href ?? '')).text()
  const exported = csv
    .split('\r\n')
    .slice(1)
    .filter(Boolean)
    .map(line => line.split(',')[0])
  expect(codes.length).toBeGreaterThan(0)
  expect(exported).toEqual(codes)
})

test('someone who searches a village by name opens its story', async ({ open }) => {
  const page = await open('/centres')
  await page.getByRole('searchbox', { name: '查找项目' }).fill('白杏洼')
  await page.waitForURL(/q=/)
  await expect.poll(() => page.getByRole('table', { name: '项目列表' }).locator('tbody tr').count()).toBe(1)
  await page.getByRole('link', { name: /^LL2018-\d{3}$/ }).click()
  await page.getByRole('heading', { level: 1, name: '白杏洼村' }).waitFor()
})
