import type { RecordVisit } from '@lvliang/shared/inspections/visit.schema'
import { afterEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { createDetail, plan } from '../../../../../test/factories/board.ts'
import { calendar, checklist } from '../../../../../test/factories/checklist.ts'
import { createIssue, idOf } from '../../../../../test/factories/issues.ts'
import { createMe } from '../../../../../test/factories/me.ts'
import { showPages, showRouted } from '../../../testing/show-routed.tsx'
import { answer, refuse, stubApi } from '../../../testing/stub-api.ts'
import { UnsentVisits } from '../home/unsent-visits.tsx'
import { draftsOf } from './draft-store.ts'
import { VisitPage } from './visit.page.tsx'

const VISIT = idOf(50)
const inspector = createMe({ id: 'me', role: 'inspector', county: '141127', name: '武艳芳' })
const inspectors = [
  { accountId: 'me', name: '武艳芳', role: 'inspector', homeCounty: '141127' },
  { accountId: 'ren', name: '任晓峰', role: 'inspector', homeCounty: '141102' },
  { accountId: 'at-home', name: '刘家人', role: 'inspector', homeCounty: '141124' },
]
const centre = createDetail({ code: 'LL2018-035', countyCode: '141124', name: '石沟村', stage: 'started' })

afterEach(() => localStorage.clear())

function openVisit(answers: Parameters<typeof stubApi>[0] = {}, shown = centre) {
  const asked = stubApi({
    'GET /plan': () => answer(plan),
    'GET /checklist': () => answer({ ...checklist, calendars: [calendar] }),
    'GET /inspectors': () => answer({ items: inspectors }),
    'GET /centres/LL2018-035': () => answer(shown),
    [`GET /visits/${VISIT}`]: () => refuse(404, 'visitUnknown'),
    ...answers,
  })
  const pages = [{ path: '/inspections/visits/$visit', component: VisitPage }]
  showPages(undefined, pages, { me: inspector, path: `/inspections/visits/${VISIT}?centre=LL2018-035` })
  return asked
}

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
const answers = (item: string) => page.getByRole('group', { name: `${item}，检查结果` })
const FENCE = '工地围挡，老人和孩子进不来'
const dialog = page.getByRole('dialog')

/** All that holds a visit up, but for the checklist. */
async function fillIn() {
  await button('现在到达').click()
  await button(/任晓峰/).click()
  await button('大门锁闭').click()
  await button('现在离开').click()
}

test('who is at home there is shown and cannot be chosen', async () => {
  openVisit()
  const atHome = button(/刘家人/)
  await expect.element(atHome).toBeDisabled()
  await expect.element(atHome).toHaveTextContent('所在县，回避')
})

test('an item before its stage is answered by itself; the rest of a group passes by one press and comes back by one', async () => {
  openVisit()
  await expect.element(page.getByText('33 / 45 项')).toBeVisible()
  await button('其余 4 项合格').first().click()
  await expect.element(page.getByText('37 / 45 项')).toBeVisible()
  await button('撤销 4 项').click()
  await expect.element(page.getByText('33 / 45 项')).toBeVisible()
})

test('a failure has its words, severity and due day, a workday, before anybody has typed', async () => {
  openVisit()
  await answers(FENCE).getByRole('button', { name: '不合格' }).click()
  await expect.element(page.getByLabelText('问题', { exact: true })).toHaveValue(`不合格：${FENCE}`)
  await page.getByRole('group', { name: '程度' }).getByRole('button', { name: '重大' }).click()
  await expect.element(page.getByLabelText('整改时限')).toHaveValue('2018-08-07')
  await expect.element(page.getByLabelText('立即交办县里')).toBeChecked()
  await expect.element(page.getByText('不合格须有照片')).toBeVisible()
})

test('an open issue of the item is found again, not doubled, and never graver than it was said', async () => {
  const issue = createIssue({ item: 'fence', title: '东侧围挡倒了', severity: 'larger', state: 'rectifying' })
  openVisit({}, { ...centre, issues: [issue] })
  await answers(FENCE).getByRole('button', { name: '不合格' }).click()
  await expect.element(page.getByText('再次发现，记入 WT2018-0001')).toBeVisible()
  await expect.element(page.getByLabelText('整改时限')).not.toBeInTheDocument()
  const severity = page.getByRole('group', { name: '程度' })
  await expect.element(severity.getByRole('button', { name: '一般' })).toBeDisabled()
  await expect.element(severity.getByRole('button', { name: '重大' })).toBeEnabled()
})

test('what is typed is on the device with the key', async () => {
  openVisit()
  await page.getByLabelText('检查说明').click()
  await userEvent.keyboard('门锁')
  await expect.poll(() => localStorage.getItem(`visit-draft:me:${VISIT}`)).toContain('门锁')
  await expect.element(page.getByText(/^已存本机 \d\d:\d\d$/)).toBeVisible()
})

test('a locked door is sent without a checklist', async () => {
  const asked = openVisit({ [`POST /visits/${VISIT}/record`]: () => refuse(503, 'notReady') })
  await fillIn()
  await button('完成').click()
  await dialog.getByRole('button', { name: '提交' }).click()
  await expect.element(dialog.getByRole('button', { name: '再次提交' })).toBeVisible()
  const body = asked.find(({ method }) => method === 'POST')?.body as RecordVisit
  expect(body).toMatchObject({ found: 'closed', items: [], findings: [], inspectors: ['me', 'ren'], plate: 'notYet' })
})

test('what is refused is named before sending again, and stands at its field', async () => {
  const fault = { pointer: '/leftAt', code: 'leftBeforeArrival', message: '离开早于到达。 / It ended before it began.' }
  openVisit({ [`POST /visits/${VISIT}/record`]: () => refuse(422, 'ruleBroken', { errors: [fault] }) })
  await fillIn()
  await button('完成').click()
  await dialog.getByRole('button', { name: '提交' }).click()
  await dialog.getByRole('button', { name: '离开早于到达。' }).click()
  await expect.element(page.getByLabelText('离开时间')).toHaveAccessibleDescription('离开早于到达。')
})

test('a visit that was begun and not recorded is found again where inspection begins', async () => {
  openVisit()
  await page.getByLabelText('检查说明').click()
  await userEvent.keyboard('门锁')
  await expect.poll(() => draftsOf('me').map(({ draft }) => draft.notes)).toEqual(['门锁'])
  showRouted(<UnsentVisits />, { me: inspector })
  await expect
    .element(page.getByRole('link', { name: '继续填写：石沟村' }))
    .toHaveAttribute('href', `/inspections/visits/${VISIT}?centre=LL2018-035`)
})
