import { describe } from 'vitest'
import { browserCookie, signInToDemonstration } from './support/sign-in.ts'
import { expect, test } from './support/test.ts'

describe.each(['/', '/centres', '/centres/LL2018-001'])('%s', route => {
  test('fits a phone without scrolling sideways', async ({ open }) => {
    const page = await open(route, { width: 360, height: 740 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  })

  test('says of which day it is, and that it is invented', async ({ open }) => {
    const page = await open(route)
    await page.getByText('截至 2018-07-31').first().waitFor()
    await page.getByText('演示数据（虚构）').first().waitFor()
  })
})

test('a reader changes to English and stays there', async ({ open }) => {
  const page = await open('/')
  await page.getByRole('button', { name: /English/ }).click()
  await page.getByRole('link', { name: 'Centres' }).click()
  await page.getByRole('heading', { level: 1, name: 'Centres' }).waitFor()
  await page.reload()
  await page.getByRole('heading', { level: 1, name: 'Centres' }).waitFor()
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
})

test('a visitor without scripts still reads the numbers', async ({ browser, baseUrl }) => {
  const page = await browser.newPage({ javaScriptEnabled: false, locale: 'zh-CN' })
  await page.context().addCookies([browserCookie(baseUrl, await signInToDemonstration(baseUrl))])
  await page.goto(baseUrl)
  const { byLight } = await (await page.request.get(`${baseUrl}/api/summary`)).json()
  expect(await page.locator('#root').textContent()).toMatch(new RegExp(`滞后\\s*${byLight.red}`))
  await page.close()
})
