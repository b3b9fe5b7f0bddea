import { tabTo } from './support/keyboard.ts'
import { expect, test } from './support/test.ts'

test('a leader finds a late centre and its reason by keyboard alone', async ({ open }) => {
  const page = await open('/')
  await tabTo(page, page.getByLabel('主要数字').getByRole('button', { name: /^滞后/ }))
  await page.keyboard.press('Enter')
  await page.waitForURL(/light=red/)
  await page.getByRole('status').filter({ hasText: '已筛选' }).waitFor()

  const list = page.getByRole('region', { name: '项目列表' })
  await list.getByRole('link').first().waitFor()
  await tabTo(page, list.getByRole('link', { name: /^LL2018-\d{3}$/ }))
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/centres\/LL2018-\d{3}/)

  const why = page.getByRole('region', { name: '为什么是这个状态' })
  await why.waitFor()
  await page.getByRole('article').getByText('滞后', { exact: true }).first().waitFor()
  expect(await why.getByRole('listitem').first().textContent()).toMatch(/逾期|落后|停工|预计|延后/)
})
