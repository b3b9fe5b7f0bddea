import { tabTo } from './support/keyboard.ts'
import { expect, test } from './support/test.ts'

test('a step of the time control moves every number to that day, and the address keeps it', async ({ open }) => {
  const page = await open('/')
  await tabTo(page, page.getByRole('slider', { name: '截至日期' }))
  await page.keyboard.press('ArrowLeft')
  await page.waitForURL(/asOf=2018-07-30/)
  await page.getByText('截至 2018-07-30').waitFor()

  const summary = await (await page.request.get('/api/summary?asOf=2018-07-30')).json()
  for (const [light, name] of Object.entries({ red: '滞后', yellow: '预警', green: '正常', blue: '已运营' })) {
    const cell = page.getByLabel('主要数字').getByRole('button', { name: new RegExp(`^${name}`) })
    await expect.poll(() => cell.textContent()).toMatch(new RegExp(`^\\s*${name}${summary.byLight[light]}[+−±]`))
  }
  await page.reload()
  await page.getByText('截至 2018-07-30').waitFor()
})

test('the demonstration looks ahead to the end of the year', async ({ open }) => {
  const page = await open('/?asOf=2018-12-31')
  await page.getByText('截至 2018-12-31').waitFor()
  const { byLight } = await (await page.request.get('/api/summary?asOf=2018-12-31')).json()
  const operating = page.getByLabel('主要数字').getByRole('button', { name: /^已运营/ })
  await expect.poll(() => operating.textContent()).toContain(`已运营${byLight.blue}`)
})
