import type { Candidate } from '@lvliang/shared/inspections/candidate.schema'
import type { InspectorList, PlanVisit } from '@lvliang/shared/inspections/visit.schema'
import { beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { plan } from '../../../../../test/factories/board.ts'
import { checklist, createCandidate } from '../../../../../test/factories/candidates.ts'
import { createMe } from '../../../../../test/factories/me.ts'
import type { CountyMap } from '../../../api/map.queries.ts'
import { candidatesSearchSchema } from '../../../filters/inspection-search.ts'
import { showPages } from '../../../testing/show-routed.tsx'
import { type Asked, answer, refuse, stubApi } from '../../../testing/stub-api.ts'
import { CandidatesPage } from './candidates.page.tsx'

const PAGE = {
  path: '/inspections/candidates',
  component: CandidatesPage,
  validateSearch: (search: Record<string, unknown>) => candidatesSearchSchema.parse(search),
}
const OTHERS = ['/inspections', '/inspections/visits', '/inspections/issues', '/centres/$code'].map(path => ({
  path,
  component: () => null,
}))

const area: CountyMap = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { code: '141124', name: { zh: '临县', en: 'Lin County' }, labelAt: [111, 38], seat: [111, 38] },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [110, 37],
            [112, 37],
            [112, 39],
            [110, 39],
            [110, 37],
          ],
        ],
      },
    },
  ],
}
const inspectors: InspectorList['items'] = [
  { accountId: 'a', name: '王建国', role: 'inspector', homeCounty: '141181' },
  { accountId: 'b', name: '李强', role: 'inspector', homeCounty: '141124' },
  { accountId: 'c', name: '冯雅琴', role: 'cityOffice', homeCounty: null },
]

const names = ['甲村', '乙村', '丙村', '丁村', '戊村']
const five = names.map((name, i) =>
  createCandidate({ code: `LL2018-00${i + 1}`, name, risk: { ...createCandidate().risk, total: 50 - i } }),
)
const at = (i: number, overrides: Partial<Candidate>) =>
  five.map((candidate, k) => (k === i ? { ...candidate, ...overrides } : candidate))

let items: readonly Candidate[] = five
/** Picks are an account's own: each test has one to itself. */
let account = 0
beforeEach(() => {
  items = five
  account += 1
})

const api = (more: Record<string, (asked: Asked) => Response> = {}) =>
  stubApi({
    'GET /plan': () => answer(plan),
    'GET /checklist': () => answer({ ...checklist, calendars: [] }),
    'GET /inspectors': () => answer({ items: inspectors }),
    'GET /map/counties.geojson': () => answer(area),
    'GET /map/base.geojson': () => answer({ type: 'FeatureCollection', features: [] }),
    'GET /inspections/candidates': () => answer({ today: '2018-07-31', visitsAQuarter: 2, items }),
    ...more,
  })
const showCandidates = (path = '', role: 'inspector' | 'leader' = 'inspector') =>
  showPages(undefined, [PAGE, ...OTHERS], {
    me: createMe({ id: `account-${account}`, role }),
    path: `/inspections/candidates${path}`,
  })

const box = (name: string) => page.getByRole('checkbox', { name: `选取 ${name}` })
const all = page.getByRole('checkbox', { name: '选取筛选出的全部' })
const says = (text: string) => expect.element(page.getByText(text, { exact: true })).toBeVisible()

describe('the list', () => {
  test('says of each centre what speaks for a visit, the parts in words for who does not see them', async () => {
    items = at(0, {
      issueCounts: { open: 2, overdue: 1, major: 0 },
      backdatedStages: 1,
      visitsThisQuarter: 3,
      plannedOn: '2018-08-02',
    })
    api()
    showCandidates()
    const row = page.getByRole('row', { name: /甲村/ })
    for (const text of ['50', '45', '2 · 逾期 1', '预警', '未核实 2 · 补报 1', '超过上限 3', '2018-08-02']) {
      await expect.element(row).toHaveTextContent(text)
    }
    const bar = row.getByRole('button', { name: /风险 50：进度滞后 12\/30，主体推迟 10\/25，未销号问题 3\/20/ })
    await expect.element(bar).toBeVisible()
    await bar.hover()
    await expect.element(page.getByText('久未检查 5/10')).toBeVisible()
  })

  test('shows the parts as numbers on request, and keeps that in the address', async () => {
    api()
    const { router } = showCandidates()
    await page.getByRole('button', { name: '数字' }).click()
    await expect.element(page.getByRole('columnheader', { name: '滞后' })).toBeVisible()
    await expect.element(page.getByRole('row', { name: /甲村/ })).toHaveTextContent('5012103450')
    expect(router.state.location.searchStr).toBe('?parts=numbers')
  })

  test('says that nothing is left, and why nothing could be read', async () => {
    items = []
    api()
    showCandidates('?light=red')
    await says('没有符合条件的项目。请减少筛选条件。')
  })

  test('offers another try where it could not be read', async () => {
    let broken = true
    api({
      'GET /inspections/candidates': () =>
        broken ? refuse(400, 'invalidParameter') : answer({ today: '2018-07-31', visitsAQuarter: 2, items }),
    })
    showCandidates()
    await expect.element(page.getByRole('alert')).toHaveTextContent('数据没能取到。')
    broken = false
    await page.getByRole('button', { name: '重试' }).click()
    await expect.element(page.getByRole('row', { name: /甲村/ })).toBeVisible()
  })

  test('a leader reads it and picks nothing', async () => {
    api()
    showCandidates('', 'leader')
    await expect.element(page.getByRole('row', { name: /甲村/ })).toBeVisible()
    expect(page.getByRole('checkbox').elements()).toEqual([])
    expect(page.getByText(/Shift/).elements()).toEqual([])
  })
})

describe('picking', () => {
  test('with Shift takes all between, by mouse and by keyboard', async () => {
    api()
    showCandidates()
    await box('乙村').click()
    await box('丁村').click({ modifiers: ['Shift'] })
    await says('已选 3 个')
    await box('甲村').click()
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}')
    await expect.element(box('戊村')).toHaveFocus()
    await userEvent.keyboard('{Shift>} {/Shift}')
    await says('已选 5 个')
    await expect.element(all).toBeChecked()
  })

  test('outlasts a filter, and says what it leaves out of sight', async () => {
    api()
    const { router } = showCandidates()
    await all.click()
    items = five.slice(0, 2)
    await router.navigate({ to: '/inspections/candidates', search: { light: ['red'] } } as never)
    await says('其中 3 个不在当前筛选内')
    await page.getByRole('button', { name: '取消选取' }).click()
    await expect.element(all).not.toBeChecked()
  })

  test('is not for where one is at home', async () => {
    items = at(1, { recused: true })
    api()
    showCandidates()
    await all.click()
    await says('已选 4 个')
    await box('乙村').click({ force: true })
    await expect.element(box('乙村')).not.toBeChecked()
    await expect.element(page.getByRole('row', { name: /乙村/ })).toHaveTextContent('回避')
  })

  test('a press on a marker picks, too', async () => {
    api()
    showCandidates()
    await expect.poll(() => document.querySelectorAll('[data-centre="LL2018-003"]').length).toBe(1)
    await userEvent.click(document.querySelector('[data-centre="LL2018-003"]') as Element, { force: true })
    await expect.element(page.getByText('已选 1 个')).toBeVisible()
  })
})

describe('planning', () => {
  const open = async () => {
    await page.getByRole('button', { name: '安排检查' }).click()
    await expect.element(page.getByRole('checkbox', { name: /冯雅琴/ })).toBeVisible()
  }
  const choose = async () => {
    await page.getByRole('checkbox', { name: /王建国/ }).click()
    await page.getByRole('checkbox', { name: /冯雅琴/ }).click()
  }
  const planned = (asked: readonly Asked[]) =>
    asked.flatMap(({ method, path, body }) => (method === 'POST' && path === '/visits' ? [body as PlanVisit] : []))
  const submit = (n: number) => page.getByRole('button', { name: `安排 ${n} 个检查` }).click()

  test('sends one visit for each, names who was refused, and takes all back', async () => {
    const made = ({ body }: Asked) =>
      (body as PlanVisit).centre === 'LL2018-002'
        ? refuse(422, 'ruleBroken', { detail: '检查人员须回避。 / An inspector is at home there.' })
        : answer({}, 201)
    const asked = api({ 'POST /visits': made })
    showCandidates()
    await all.click()
    await open()
    await choose()
    await submit(5)
    await says('已安排 4 个检查，8月1日（周三）。')
    await expect.element(page.getByRole('alert')).toHaveTextContent('1 个没有办成：乙村 LL2018-002 · 检查人员须回避。')
    await says('已选 1 个')
    const visits = planned(asked)
    expect(visits.map(({ centre }) => centre)).toEqual(five.map(({ code }) => code))
    expect(visits[0]).toMatchObject({ kind: 'routine', plannedOn: '2018-08-01', inspectors: ['a', 'c'] })
    expect(new Set(visits.map(({ id }) => id)).size).toBe(5)
    const wanted = visits.filter(({ centre }) => centre !== 'LL2018-002').map(({ id }) => `/visits/${id}/cancellation`)
    const taken = api(Object.fromEntries(wanted.map(path => [`POST ${path}`, () => answer({}, 201)])))
    await page.getByRole('button', { name: '撤回' }).click()
    await says('已撤回 4 个安排。')
    expect(taken.flatMap(({ method, path }) => (method === 'POST' ? [path] : []))).toEqual(wanted)
  })

  test('sent again after the line broke, it names the same visits', async () => {
    let broken = true
    const asked = api({
      'POST /visits': () => {
        if (broken) throw new TypeError('no network')
        return answer({}, 201)
      },
    })
    showCandidates()
    await box('甲村').click()
    await box('乙村').click()
    for (const isBroken of [true, false]) {
      broken = isBroken
      await open()
      await choose()
      await submit(2)
      await says(isBroken ? '已安排 0 个检查，8月1日（周三）。' : '已安排 2 个检查，8月1日（周三）。')
    }
    const [tried, first, second] = planned(asked)
    expect([tried?.id, tried?.centre, second?.centre]).toEqual([first?.id, first?.centre, 'LL2018-002'])
  })

  test('asks for a day not past and two inspectors, and says who must not go', async () => {
    const asked = api()
    showCandidates()
    await box('甲村').click()
    await open()
    await expect.element(page.getByRole('checkbox', { name: '李强 须回避：临县' })).toBeDisabled()
    await page.getByLabelText('检查日期').fill('2018-07-30')
    await submit(1)
    await says('检查日期不能早于今天。')
    await says('请选至少两人。')
    expect(planned(asked)).toEqual([])
  })

  test('warns of a visit too many in the quarter and of one already planned', async () => {
    items = at(0, { visitsThisQuarter: 2, plannedOn: '2018-08-09' })
    api()
    showCandidates()
    await box('甲村').click()
    await open()
    await says('减负：以下项目本季度将超过 2 次检查（1）')
    await says('已有安排的项目（1）')
    await page.getByLabelText('检查日期').fill('2018-10-08')
    await expect.element(page.getByText(/减负/)).not.toBeInTheDocument()
  })
})
