import type { Role } from '@lvliang/shared/accounts/role'
import { describe } from 'vitest'
import { expect, test, type View } from './support/test.ts'
import { violations } from './support/violations.ts'

interface Route {
  path: string
  as?: Role | null
}

const routes: Route[] = [
  { path: '/' },
  { path: '/centres' },
  { path: '/centres/LL2018-001' },
  { path: '/nowhere' },
  { path: '/sign-in', as: null },
  { path: '/set-up', as: null },
  { path: '/accounts' },
  { path: '/account' },
  { path: '/accounts', as: 'systemAdmin' },
  { path: '/audit', as: 'auditor' },
  { path: '/counties/141102', as: 'county' },
  { path: '/reports', as: 'cityOffice' },
  { path: '/reports/141124/2018-06', as: 'cityOffice' },
  { path: '/centres/LL2018-040', as: 'cityOffice' },
]
const views: Required<Pick<View, 'language' | 'colorScheme' | 'width'>>[] = (['zh-CN', 'en'] as const).flatMap(
  language =>
    (['light', 'dark'] as const).flatMap(colorScheme => [360, 1440].map(width => ({ language, colorScheme, width }))),
)

describe.each(routes)('$path as $as', ({ path, as = 'leader' }) => {
  for (const view of views) {
    test(`is accessible in ${view.language}, ${view.colorScheme}, ${view.width} px wide`, async ({ open }) => {
      const page = await open(`${path}?lang=${view.language}`, { ...view, as })
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(view.language)
      expect(await violations(page)).toEqual([])
    })
  }
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the board stays accessible with everything opened, ${colorScheme}`, async ({ open }) => {
    const page = await open('/?light=red,yellow', { colorScheme })
    await page.getByRole('button', { name: '筛选', exact: true }).click()
    const twins = page.getByRole('button', { name: '看表格' })
    await twins.first().waitFor()
    while ((await twins.count()) > 0) await twins.first().click()
    expect(await page.getByRole('table').count()).toBeGreaterThan(3)
    expect(await violations(page)).toEqual([])
  })
}
