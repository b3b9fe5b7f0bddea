import type { CountySheet } from '@lvliang/shared/centres/act.schema'
import type { TaskList } from '@lvliang/shared/tasks/task.schema'
import type { Page } from 'playwright'
import sharp from 'sharp'
import { test } from './support/own-server.ts'
import { expect } from './support/test.ts'

const LIN = '141124'
const MOST_PRESSES = 120

const createPhoto = (shade: number) =>
  sharp({ create: { width: 640, height: 480, channels: 3, background: { r: 40 * shade, g: 120, b: 90 } } })
    .jpeg()
    .toBuffer()

/** A keyboard that counts: every key of a combination, Tab and arrows included; typed values apart. */
class CountingKeyboard {
  presses = 0
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      this.presses += key.split('+').length
      await this.#page.keyboard.press(key)
    }
  }

  async type(value: string): Promise<void> {
    await this.#page.keyboard.type(value)
  }
}

const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement?.closest('button, input')
    return element?.getAttribute('aria-label') ?? element?.textContent ?? ''
  })

const SLOW = { timeout: 15_000 }

/** A form that has opened and has the focus in a field. */
const formIsOpen = (page: Page) =>
  expect
    .poll(
      () =>
        page.evaluate(
          () => document.activeElement?.closest('[role=dialog], dialog') !== null && document.activeElement?.tagName,
        ),
      SLOW,
    )
    .toBe('INPUT')

const formIsGone = (page: Page) => expect.poll(() => page.locator('[role=dialog], dialog[open]').count(), SLOW).toBe(0)

/** From one thing to do to the one wanted, by arrows. */
async function arrowTo(page: Page, keys: CountingKeyboard, wanted: RegExp): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.activeElement?.hasAttribute('data-task')), SLOW).toBe(true)
  for (let step = 0; step < 12; step++) {
    if (wanted.test(await focused(page))) return
    await keys.press('ArrowDown')
  }
  throw new Error(`no task ${wanted} near; the focus is on ${(await focused(page)).slice(0, 60)}`)
}

test('a clerk files a week by keyboard alone: one siting, five stages with photos, the month signed', async ({
  open,
}) => {
  const page = await open(`/counties/${LIN}`, { as: 'county', county: LIN })
  const keys = new CountingKeyboard(page)
  // Listened to all along: to begin only when one opens comes too late for it now and then.
  let record = 0
  page.on('filechooser', async chooser => {
    const buffer = await createPhoto(record)
    await chooser.setFiles([{ name: `现场${record}.jpg`, mimeType: 'image/jpeg', buffer }])
  })

  await arrowTo(page, keys, /^上报已选址/)
  await keys.press('Enter')
  await formIsOpen(page)
  await keys.type('前麻峪')
  await expect.poll(() => page.getByRole('option').count(), SLOW).toBeGreaterThan(0)
  await keys.press('Enter', 'Enter')
  await formIsGone(page)

  for (record = 0; record < 5; record++) {
    await arrowTo(page, keys, /^上报(已开工|基础完成)/)
    await keys.press('Enter')
    await formIsOpen(page)
    await keys.press('Tab', 'Enter')
    await expect.poll(() => page.locator('dialog img').count(), SLOW).toBe(1)
    await keys.press('Control+Enter')
    await formIsGone(page)
  }

  await keys.press('Home')
  await arrowTo(page, keys, /^报送/)
  await keys.press('Enter')
  await page.waitForURL(/\/reports\//)
  const signs = () => page.evaluate(() => document.activeElement?.getAttribute('type') === 'submit')
  await expect.poll(signs, SLOW).toBe(true)
  await keys.press('Enter')
  const monthsToSign = async () =>
    ((await (await page.request.get('/api/tasks')).json()) as TaskList).items.filter(({ kind }) => kind === 'signMonth')
  await expect.poll(async () => (await monthsToSign()).map(({ params }) => params.period), SLOW).toEqual(['2018-06'])

  const sheet = (await (await page.request.get(`/api/counties/${LIN}`)).json()) as CountySheet
  expect(sheet.items.find(({ code }) => code === 'LL2018-031')?.village).toBe('前麻峪村')
  const today = sheet.items.flatMap(({ stages }) => stages.filter(({ reported }) => reported === '2018-07-31'))
  expect(today).toHaveLength(6)
  console.log(`a clerk's week: ${keys.presses} key presses beyond typed values`)
  expect(keys.presses).toBeLessThanOrEqual(MOST_PRESSES)
})
