import type { Role } from '@lvliang/shared/accounts/role'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright'
import { test as base, expect, inject } from 'vitest'
import { chromiumFlags, findChromium } from './chromium.ts'
import { browserCookie, signInToDemonstration } from './sign-in.ts'
import { watchPage } from './watch-page.ts'

export interface View {
  language?: 'zh-CN' | 'en'
  colorScheme?: 'light' | 'dark'
  width?: number
  height?: number
  /** A phone: touched, and it says where it is. */
  phone?: { lon: number; lat: number }
  /** Who is signed in to the demonstration; null: nobody. */
  as?: Role | null
  /** The county of a role that has one. */
  county?: string
  /** Answers the page may be given without a complaint. */
  expects?: RegExp
}

interface Fixtures {
  /** Origin of the built server. */
  baseUrl: string
  browser: Browser
  /** Opens a page of the built server; the test fails on anything the page complains about. */
  open: (path: string, view?: View) => Promise<Page>
}

export const test = base.extend<Fixtures>({
  baseUrl: inject('baseUrl'),
  browser: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads the parameter's names
    async ({}, use) => {
      const browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args: chromiumFlags })
      await use(browser)
      await browser.close()
    },
    { scope: 'file' },
  ],
  open: async ({ browser, baseUrl }, use) => {
    const contexts: BrowserContext[] = []
    const complaints: string[] = []
    await use(async (path, view = {}) => {
      const {
        language = 'zh-CN',
        colorScheme = 'light',
        width = 1440,
        height = 900,
        as = 'leader',
        county,
        phone,
        expects,
      } = view
      const context = await browser.newContext({
        baseURL: baseUrl,
        locale: language,
        timezoneId: 'Asia/Shanghai',
        colorScheme,
        reducedMotion: 'reduce',
        viewport: { width, height },
        ...(phone && {
          hasTouch: true,
          isMobile: true,
          geolocation: { longitude: phone.lon, latitude: phone.lat, accuracy: 12 },
          permissions: ['geolocation'],
        }),
      })
      contexts.push(context)
      if (as) await context.addCookies([browserCookie(baseUrl, await signInToDemonstration(baseUrl, as, county))])
      const page = await context.newPage()
      await watchPage(page, baseUrl, complaint => expects?.test(complaint) || complaints.push(complaint))
      await page.goto(path, { waitUntil: 'networkidle' })
      return page
    })
    for (const context of contexts) await context.close()
    expect(complaints, 'what the page complained about').toEqual([])
  },
})

export { expect }
