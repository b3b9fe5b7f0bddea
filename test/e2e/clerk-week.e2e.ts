import { setTimeout as wait } from 'node:timers/promises'
import type { CountySheet } from '@lvliang/shared/centres/act.schema'
import type { TaskList } from '@lvliang/shared/tasks/task.schema'
import type { Page } from 'playwright'
import sharp from 'sharp'
import { test } from './support/own-server.ts'
import { expect } from './support/test.ts'

const LIN = '141124'
const TODAY = '2018-07-31'
const MOST_PRESSES = 120
/** As over a slow line: what was just filed is still in the list of things to do that the page holds. */
const LATE_MS = 500

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
/** Pictures are worked on when nothing else is to be done: on a busy machine that takes its time. */
const WORKED_ON = { timeout: 60_000 }

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

/** From one thing to do to the one wanted, by arrows; the list may still be on its way. */
async function arrowTo(page: Page, keys: CountingKeyboard, wanted: RegExp): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.activeElement?.hasAttribute('data-task')), SLOW).toBe(true)
  await expect.poll(() => page.locator('[data-task]').and(page.getByLabel(wanted)).count(), SLOW).toBeGreaterThan(0)
  for (let step = 0; step < 12; step++) {
    const before = await focused(page)
    if (wanted.test(before)) return
    await keys.press('ArrowDown')
    if ((await focused(page)) === before) await keys.press('Home')
  }
  throw new Error(`no task ${wanted} near; the focus is on ${(await focused(page)).slice(0, 60)}`)
}

/** What the county's sheet holds as reported today: centre and stage. */
async function filedToday(page: Page): Promise<string[]> {
  const sheet = (await (await page.request.get(`/api/counties/${LIN}`)).json()) as CountySheet
  return sheet.items.flatMap(({ code, stages }) =>
    stages.flatMap(({ stage, reported }) => (reported === TODAY ? `${code} ${stage}` : [])),
  )
}

test('a clerk files a week by keyboard alone: one siting, five stages with photos, the month signed', async ({
  open,
}) => {
  const page = await open(`/counties/${LIN}`, { as: 'county', county: LIN })
  const keys = new CountingKeyboard(page)
  await page.route('**/api/tasks', async route => {
    await wait(LATE_MS)
    // Another act has asked anew meanwhile.
    await route.continue().catch(() => undefined)
  })
  const sent: string[] = []
  page.on('request', request => {
    if (request.method() === 'POST' && request.url().endsWith('/stage-records')) sent.push(request.postData() ?? '')
  })
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
  await expect.poll(() => page.getByRole('option', { name: /前麻峪/ }).count(), SLOW).toBeGreaterThan(0)
  await keys.press('Enter', 'Enter')
  await formIsGone(page)
  expect(await filedToday(page)).toEqual(['LL2018-031 sited'])

  for (record = 0; record < 5; record++) {
    await arrowTo(page, keys, /^上报(已开工|基础完成)/)
    await keys.press('Enter')
    await formIsOpen(page)
    await keys.press('Tab', 'Enter')
    await expect.poll(() => page.locator('dialog img').count(), WORKED_ON).toBe(1)
    await keys.press('Control+Enter')
    await formIsGone(page)
    expect(await filedToday(page), 'each record is another stage').toHaveLength(record + 2)
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
  expect(await filedToday(page)).toHaveLength(6)
  expect(sent, 'every record was sent once').toHaveLength(5)
  console.log(`a clerk's week: ${keys.presses} key presses beyond typed values`)
  expect(keys.presses).toBeLessThanOrEqual(MOST_PRESSES)
})
