import { randomUUID } from 'node:crypto'
import type { CentrePage } from '@lvliang/shared/centres/centre.schema'
import type { VisitDetail, VisitPage } from '@lvliang/shared/inspections/visit.schema'
import type { Locator, Page } from 'playwright'
import sharp from 'sharp'
import { filledIn, smallTargets } from './support/filled-in.ts'
import { test } from './support/own-server.ts'
import { expect, type View } from './support/test.ts'
import { violations } from './support/violations.ts'

const MOST_TAPS = 60
const SLOW = { timeout: 15_000 }
/** A visit on the spot is not known before it is recorded, and the page asks. */
const PHONE: View = {
  as: 'inspector',
  county: '141127',
  width: 390,
  height: 844,
  phone: { lon: 111.1, lat: 37.9 },
  expects: /^404: .*\/api\/visits\//,
}

const createPhoto = (shade: number) =>
  sharp({ create: { width: 640, height: 480, channels: 3, background: { r: 20 * shade, g: 120, b: 90 } } })
    .jpeg()
    .toBuffer()

let taken = 0
const takesPhotos = (page: Page, tapped = () => {}) =>
  page.on('filechooser', async chooser => {
    tapped()
    const buffer = await createPhoto(++taken)
    await chooser.setFiles([{ name: `现场${taken}.jpg`, mimeType: 'image/jpeg', buffer }])
  })

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) })
const pictures = (page: Page) => page.locator('main form img')
const rest = (page: Page) => button(page, /^其余 \d+ 项合格$/)
const record = (page: Page) => page.getByRole('heading', { name: /^现场检查记录/ })

const WIDTHS = [320, 390, 430, 1440]

/** Nothing to complain about, and nothing beyond the edge, at any width. */
async function checkWidths(page: Page, what: string): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 844 })
    expect(await violations(page), `${what} at ${width}`).toEqual([])
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(wide, `${what} at ${width}`).toBeLessThanOrEqual(width)
  }
}

/** A centre whose main structure is reported, without an open issue, in a county neither inspector is from. */
async function centreToVisit(page: Page): Promise<string> {
  const { items } = (await (await page.request.get('/api/centres?stage=mainStructure')).json()) as CentrePage
  const fresh = items.find(
    ({ countyCode, issueCounts }) => issueCounts.open === 0 && !['141102', '141127'].includes(countyCode),
  )
  if (!fresh) throw new Error('no such centre')
  return fresh.code
}

async function openForm(open: (path: string, view: View) => Promise<Page>, view: View = PHONE, ask = '') {
  const page = await open('/account', view)
  const code = await centreToVisit(page)
  const visit = randomUUID()
  await page.goto(`/inspections/visits/${visit}?centre=${code}${ask}`, { waitUntil: 'networkidle' })
  return { page, code, visit }
}

const drafts = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter(key => key.startsWith('visit-draft:')))

const readVisit = async (page: Page, visit: string) =>
  (await (await page.request.get(`/api/visits/${visit}`)).json()) as VisitDetail

/** What makes a visit complete, without counting. */
async function fillIn(page: Page): Promise<void> {
  await button(page, '现在到达').click()
  await button(page, /^任晓峰/).click()
  await button(page, '有人在').click()
  while ((await rest(page).count()) > 0) await rest(page).first().click()
  await button(page, '现在离开').click()
}

test('an inspector records a visit with one hand; nothing is lost by a reload at any step', async ({ open }) => {
  const { page, code, visit } = await openForm(open)
  let taps = 0
  const tap = async (target: Locator) => {
    taps++
    await target.click()
  }
  takesPhotos(page, () => taps++)
  const kept = async (photos: number) => {
    await expect.poll(() => pictures(page).count(), SLOW).toBe(photos)
    expect(await smallTargets(page)).toEqual([])
    const before = await filledIn(page)
    await page.reload()
    await expect.poll(() => filledIn(page), SLOW).toEqual(before)
  }

  await tap(button(page, '现在到达'))
  await kept(0)
  await tap(button(page, '记录我的位置'))
  await page.getByText('精度 12 米').waitFor()
  await kept(0)
  await tap(button(page, /^任晓峰/))
  await tap(button(page, '有人在'))
  await tap(page.getByRole('textbox', { name: '在场人员' }))
  await page.keyboard.type('村主任高某')
  await kept(0)

  const fail = (item: string) =>
    page.getByRole('group', { name: `${item}，检查结果` }).getByRole('button', { name: '不合格' })
  await tap(fail('安全出口两个，通道不堵不锁'))
  await kept(1)
  await tap(page.getByLabel('具体情况'))
  await page.keyboard.type('北门用铁丝拧死')
  await kept(1)
  await tap(fail('坡度、排水口通畅'))
  await kept(2)
  while ((await rest(page).count()) > 0) {
    await tap(rest(page).first())
    await kept(2)
  }

  await tap(button(page, '属实'))
  await kept(2)
  for (let photo = 3; photo <= 6; photo++) {
    await tap(button(page, '拍照：现场'))
    await kept(photo)
  }
  await tap(page.getByLabel('检查说明'))
  await page.keyboard.type('屋面已完成，资料齐全。')
  await kept(6)
  await tap(button(page, '现在离开'))
  await kept(6)

  await tap(button(page, '完成'))
  expect(await smallTargets(page)).toEqual([])
  await tap(button(page, '提交'))
  await record(page).waitFor(SLOW)
  expect(await smallTargets(page)).toEqual([])

  const seen = await readVisit(page, visit)
  const answered = seen.record?.items.filter(({ result }) => result !== 'notReached') ?? []
  const photos = [
    ...(seen.record?.items.flatMap(({ photoIds = [] }) => photoIds) ?? []),
    ...(seen.record?.photoIds ?? []),
  ]
  expect(answered.length).toBeGreaterThanOrEqual(30)
  expect([photos.length, seen.findings, seen.centre.code]).toEqual([6, 2, code])
  expect(seen.record).toMatchObject({ present: ['村主任高某'], notes: '屋面已完成，资料齐全。' })
  expect(seen.verification?.stage).toBe('mainStructure')
  expect(await drafts(page)).toEqual([])
  console.log(`a visit: ${answered.length} items, ${photos.length} photos, 2 findings: ${taps} taps beyond typing`)
  expect(taps).toBeLessThanOrEqual(MOST_TAPS)
})

test('a photo that was still on its way goes on after a reload', async ({ open }) => {
  const { page } = await openForm(open)
  takesPhotos(page)
  await page.route('**/api/photos?*', () => {})
  await button(page, '拍照：现场').click()
  await page.locator('main form').getByText('等待上传').waitFor()
  await page.reload({ waitUntil: 'domcontentloaded' })
  await page.unroute('**/api/photos?*')
  await page.reload({ waitUntil: 'networkidle' })
  await expect.poll(() => pictures(page).count(), SLOW).toBe(1)
})

test('a visit cut off on its way there, and then on the way back, is recorded once', async ({ open }) => {
  const { page, code, visit } = await openForm(open, { ...PHONE, expects: /^404: .*\/api\/visits\/|ERR_FAILED/ })
  await fillIn(page)
  await button(page, '完成').click()
  let cuts = 0
  await page.route('**/record', async route => {
    if (++cuts === 2) await route.fetch()
    await route.abort()
  })
  await button(page, '提交').click()
  await page.getByText('没有送达').waitFor()
  await button(page, '再次提交').click()
  await expect.poll(() => cuts, SLOW).toBe(2)
  await page.reload()
  await record(page).waitFor(SLOW)
  expect(await drafts(page)).toEqual([])
  const { items } = (await (await page.request.get(`/api/visits?centre=${code}`)).json()) as VisitPage
  expect(items.filter(({ id }) => id === visit)).toHaveLength(1)
})

test('a locked door is a short visit without a checklist', async ({ open }) => {
  const { page, visit } = await openForm(open)
  await button(page, '现在到达').click()
  await button(page, /^任晓峰/).click()
  await button(page, '大门锁闭').click()
  await button(page, '现在离开').click()
  await button(page, '完成').click()
  await button(page, '提交').click()
  await record(page).waitFor(SLOW)
  const seen = await readVisit(page, visit)
  expect([seen.found, seen.record?.items]).toEqual(['closed', []])
})

test('a record is accessible in both languages, at every width', async ({ open }) => {
  const page = await open('/account', { as: 'leader', phone: PHONE.phone })
  const made = (await (await page.request.get('/api/visits?state=recorded&limit=50')).json()) as VisitPage
  const visit = made.items.find(({ findings }) => findings > 0)
  for (const language of ['zh-CN', 'en']) {
    await page.goto(`/inspections/visits/${visit?.id}?lang=${language}`, { waitUntil: 'networkidle' })
    await checkWidths(page, language)
  }
})

test('what is missing is named, and leads to its place', async ({ open }) => {
  const { page } = await openForm(open)
  await button(page, '完成').click()
  expect(await button(page, '提交').isDisabled()).toBe(true)
  await page.getByRole('dialog').getByRole('button', { name: '离开时间' }).click()
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('现在离开')
})

test('the keyboard alone answers an item and a group', async ({ open }) => {
  const { page } = await openForm(open, { ...PHONE, width: 1440, height: 900 })
  const first = page.getByRole('group', { name: '坡度、排水口通畅，检查结果' })
  await first.getByRole('button', { name: '不适用' }).focus()
  await page.keyboard.press('Enter')
  await rest(page).first().focus()
  await page.keyboard.press('Enter')
  expect(await first.getByRole('button', { name: '不适用' }).getAttribute('aria-pressed')).toBe('true')
  await expect.poll(() => button(page, /^撤销 \d+ 项$/).count()).toBe(1)
})

for (const language of ['zh-CN', 'en'] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`form and summary are accessible in ${language}, ${colorScheme}, at every width`, async ({ open }) => {
      const view = { ...PHONE, language, colorScheme }
      const { page } = await openForm(open, view, `&lang=${language}`)
      takesPhotos(page)
      await button(page, /^(不合格|Fail)$/)
        .first()
        .click()
      await pictures(page).first().waitFor()
      await button(page, /^(添加其他问题|Add another finding)$/).click()
      await button(page, /^(备注、照片|Note, photos)：?/)
        .first()
        .click()
      await checkWidths(page, 'form')
      await button(page, /^(完成|Finish)$/).click()
      await checkWidths(page, 'summary')
    })
  }
}
