import { randomUUID } from 'node:crypto'
import type { Role } from '@lvliang/shared/accounts/role'
import type { IssueDetail, IssuePage } from '@lvliang/shared/inspections/issue.schema'
import { MOVE_RULES } from '@lvliang/shared/inspections/issue-moves'
import type { VisitPage } from '@lvliang/shared/inspections/visit.schema'
import type { Page } from 'playwright'
import { describe } from 'vitest'
import { signInToDemonstration } from './support/sign-in.ts'
import { expect, test, type View } from './support/test.ts'
import { thumbTargets } from './support/thumb-targets.ts'
import { violations } from './support/violations.ts'

/**
 * Each screen in one view of a phone, taken in turn from all of them, and then as wide as a desk; in every view with
 * `EVERY_VIEW=1 npm run e2e -- test/e2e/inspection-screens.e2e.ts`.
 */
const isWhole = process.env.EVERY_VIEW === '1'
const PHONES = [320, 360, 390, 430]
const DESK = 1440
const LOOKS = (['zh-CN', 'en'] as const).flatMap(language =>
  (['light', 'dark'] as const).map(colorScheme => ({ language, colorScheme })),
)

/** Reads of the API as whoever looks. */
type Read = <T>(path: string) => Promise<T>

interface Who {
  as: Role
  county?: string
}

interface Screen extends Who {
  name: string
  path: (read: Read) => string | Promise<string>
  /** What is done before it is looked at. */
  first?: (page: Page) => Promise<void>
}

const INSPECTOR: Who = { as: 'inspector', county: '141127' }
const LEADER: Who = { as: 'leader' }
const OFFICE: Who = { as: 'cityOffice' }
const COUNTY: Who = { as: 'county', county: '141124' }
/** A visit on the spot is not known before it is recorded, and the page asks. */
const ASKED = /^404: .*\/api\/visits\//

async function reader(url: string, { as, county }: Who): Promise<Read> {
  const cookie = await signInToDemonstration(url, as, county)
  return async path => (await fetch(url + path, { headers: { cookie } })).json()
}
const at = (path: string) => () => path
const onTheSpot = () => `/inspections/visits/${randomUUID()}?centre=LL2018-001`

async function recorded(read: Read): Promise<string> {
  const { items } = await read<VisitPage>('/api/visits?state=recorded&limit=100')
  return `/inspections/visits/${items.find(({ findings }) => findings > 0)?.id}`
}

const issuesAt = async (read: Read, query = '') => (await read<IssuePage>(`/api/issues?limit=100${query}`)).items
const issue = (query: string) => async (read: Read) => `/inspections/issues/${(await issuesAt(read, query))[0]?.id}`

async function centreWithIssues(read: Read): Promise<string> {
  const found = (await issuesAt(read, '&open=true')).find(({ centre, source }) => centre && source === 'visit')
  return `/centres/${found?.centre?.code}`
}

const press = (name: RegExp) => async (page: Page) => {
  await page.getByRole('main').getByRole('button', { name }).first().click()
}
async function pressAndWait(page: Page, name: RegExp): Promise<void> {
  await press(name)(page)
  await page.getByRole('dialog').waitFor()
}

async function halfFill(page: Page): Promise<void> {
  for (const name of [/^(现在到达|Arrive now)$/, /^(有人在|Somebody there)$/, /^(合格|Pass)$/]) {
    await press(name)(page)
  }
}
async function fail(page: Page): Promise<void> {
  await press(/^(不合格|Fail)$/)(page)
  await press(/^(添加其他问题|Add another finding)$/)(page)
}

const screens: Screen[] = [
  ...[INSPECTOR, LEADER, OFFICE, COUNTY].map(who => ({ ...who, name: 'home', path: at('/inspections') })),
  { ...INSPECTOR, name: 'candidates', path: at('/inspections/candidates') },
  { ...OFFICE, name: 'candidates by numbers', path: at('/inspections/candidates?parts=numbers') },
  { ...INSPECTOR, name: 'visits', path: at('/inspections/visits') },
  { ...COUNTY, name: 'visits', path: at('/inspections/visits') },
  { ...INSPECTOR, name: 'visit form', path: onTheSpot },
  { ...INSPECTOR, name: 'visit form half filled in', path: onTheSpot, first: halfFill },
  { ...INSPECTOR, name: 'visit form with findings', path: onTheSpot, first: fail },
  { ...LEADER, name: 'visit record', path: recorded },
  { ...LEADER, name: 'issues', path: at('/inspections/issues?open=true') },
  { ...COUNTY, name: 'issues', path: at('/inspections/issues') },
  { ...INSPECTOR, name: 'issue found on a visit', path: issue('&source=visit&open=true') },
  { ...LEADER, name: 'order', path: issue('&source=order&open=true') },
  { ...LEADER, name: 'major issue', path: issue('&severity=major') },
  { ...OFFICE, name: 'closed issue', path: issue('&state=closed') },
  {
    ...LEADER,
    name: 'order dialog',
    path: at('/inspections/issues'),
    first: page => pressAndWait(page, /^(交办|Give an order)$/),
  },
  {
    ...INSPECTOR,
    name: 'finding dialog',
    path: at('/inspections/issues'),
    first: page => pressAndWait(page, /^(记问题|Note an issue)$/),
  },
  { ...LEADER, name: 'centre with issues and visits', path: centreWithIssues },
  { ...LEADER, name: 'board by issues', path: at('/?issues=open,overdue,major') },
]

type Looked = Required<Pick<View, 'language' | 'colorScheme' | 'width'>>

/** All views where all are asked for, else one of a phone, another for the next screen. */
function viewsOf(turn: number): Looked[] {
  const all = LOOKS.flatMap(look => [...PHONES, DESK].map(width => ({ ...look, width })))
  if (isWhole) return all
  const phones = all.filter(({ width }) => width !== DESK)
  // 5 and 16 have no divisor in common: all views of a phone have their turn.
  return phones.filter((_, index) => index === (turn * 5) % phones.length)
}

/** The centre's page and the board are read on a phone too; what a thumb hits there is not theirs alone. */
const isInspection = ({ name }: Screen) => !/^(centre|board)/.test(name)

const lookAt = (view: Looked, who: Who): View => ({
  ...who,
  ...view,
  height: view.width === DESK ? 900 : 844,
  expects: ASKED,
  ...(view.width !== DESK && { phone: { lon: 111.1, lat: 37.9 } }),
})

const inLanguage = (path: string, { language }: Looked) => `${path}${path.includes('?') ? '&' : '?'}lang=${language}`

async function check(page: Page, what: string, { width }: Looked, measured = true): Promise<void> {
  expect(await violations(page), what).toEqual([])
  if (width === DESK) return
  expect(await page.evaluate(() => document.documentElement.scrollWidth), what).toBeLessThanOrEqual(width)
  if (measured) expect(await thumbTargets(page), what).toEqual([])
}

describe.each(screens.map((screen, turn) => ({ screen, turn, said: `${screen.name} as ${screen.as}` })))(
  '$said',
  ({ screen, turn }) => {
    for (const view of viewsOf(turn)) {
      test(`is accessible, fits and is fit for a thumb: ${Object.values(view).join(', ')}`, async ({
        open,
        baseUrl,
      }) => {
        const path = await screen.path(await reader(baseUrl, screen))
        const page = await open(inLanguage(path, view), lookAt(view, screen))
        expect(await page.getByRole('main').getByRole('heading', { level: 1 }).count()).toBe(1)
        await screen.first?.(page)
        await check(page, screen.name, view, isInspection(screen))
        if (isWhole) return
        await page.setViewportSize({ width: DESK, height: 900 })
        await check(page, screen.name, { ...view, width: DESK })
      })
    }
  },
)

/** Issues whose moves, taken together, are all that somebody may make. */
async function issuesToMove(read: Read): Promise<IssueDetail[]> {
  const seen = new Set<string>()
  const chosen: IssueDetail[] = []
  for (const { id } of await issuesAt(read)) {
    const detail = await read<IssueDetail>(`/api/issues/${id}`)
    if (detail.may.every(move => seen.has(move))) continue
    for (const move of detail.may) seen.add(move)
    chosen.push(detail)
  }
  return chosen
}

describe.each(viewsOf(3))('the forms of all moves: $language, $colorScheme, $width px', view => {
  test('are accessible, fit and are fit for a thumb', async ({ open, baseUrl }) => {
    const made = new Set<string>()
    for (const who of [LEADER, OFFICE, INSPECTOR, COUNTY]) {
      for (const { id, may } of await issuesToMove(await reader(baseUrl, who))) {
        if (!isWhole && may.every(move => made.has(move))) continue
        const page = await open(inLanguage(`/inspections/issues/${id}`, view), lookAt(view, who))
        const buttons = page.getByRole('region', { name: /^(办理|Steps)$/ }).getByRole('button')
        // A leader reads no list of inspectors to hand over to.
        const offered = may.filter(move => move !== 'handOver' || who !== LEADER)
        await buttons.first().waitFor()
        expect(await buttons.count()).toBe(offered.length)
        for (let each = 0; each < offered.length; each++) {
          await buttons.nth(each).click()
          const dialog = page.getByRole('dialog')
          await dialog.waitFor()
          await check(page, `${who.as}, ${await dialog.getByRole('heading').first().textContent()}`, view)
          await page.keyboard.press('Escape')
          await dialog.waitFor({ state: 'detached' })
        }
        for (const move of offered) made.add(move)
      }
    }
    expect([...made].sort()).toEqual(Object.keys(MOVE_RULES).sort())
  })
})
