import type { IssueDetail } from '@lvliang/shared/inspections/issue.schema'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { createDetail, plan } from '../../../../../test/factories/board.ts'
import { checklist } from '../../../../../test/factories/candidates.ts'
import { createPhoto } from '../../../../../test/factories/evidence.ts'
import { createIssueDetail, createMoveMade, idOf } from '../../../../../test/factories/issues.ts'
import { createMe } from '../../../../../test/factories/me.ts'
import { showPages } from '../../../testing/show-routed.tsx'
import { answer, refuse, stubApi } from '../../../testing/stub-api.ts'
import { IssuePage } from './issue.page.tsx'

const ID = idOf(1)
const AT = `/issues/${ID}`
const photos = [1, 2].map(n => createPhoto({ id: idOf(n), name: `${n}.jpg`, sha256: String(n).repeat(64) }))
const clerk = createMe({ role: 'county', county: '141124' })
const office = createMe({ role: 'cityOffice' })
const inspectors = {
  items: [
    { accountId: 'account-1', name: '王建国', role: 'cityOffice', homeCounty: null },
    { accountId: 'account-2', name: '任秀兰', role: 'inspector', homeCounty: '141102' },
    { accountId: 'account-3', name: '白晓峰', role: 'inspector', homeCounty: '141124' },
  ],
}

/** An API with one issue, that takes moves as told. */
function api(issue: IssueDetail, moved: (n: number) => Response | IssueDetail = () => issue) {
  let n = 0
  let now = issue
  const move = () => {
    const done = moved(n++)
    if (done instanceof Response) return done
    now = done
    return answer(now, 201)
  }
  return stubApi({
    'GET /plan': () => answer(plan),
    'GET /checklist': () => answer({ ...checklist, calendars: [{ year: 2018, off: ['2018-10-01'], work: [] }] }),
    'GET /inspectors': () => answer(inspectors),
    'GET /centres/LL2018-035': () => answer(createDetail({ code: 'LL2018-035', photos })),
    [`GET ${AT}`]: () => answer(now),
    [`POST ${AT}/transitions`]: move,
  })
}
const show = (me = createMe()) =>
  showPages(undefined, [{ path: '/inspections/issues/$issue', component: IssuePage }], {
    me,
    path: `/inspections/issues/${ID}`,
  })
const sentTo = (asked: ReturnType<typeof stubApi>) =>
  asked.filter(({ method }) => method === 'POST').map(({ body, ifMatch }) => ({ ...(body as object), ifMatch }))
const dialog = page.getByRole('dialog')
const notice = page.getByRole('status')
const button = (name: string) => page.getByRole('button', { name, exact: true })

test('an issue tells what was found and what became of it, with its photos in pairs', async () => {
  const moves = [
    createMoveMade({ move: 'start', on: '2018-07-21' }),
    createMoveMade({ id: idOf(101), move: 'requestClosing', photoIds: [idOf(2)], note: '已灌浆' }),
    createMoveMade({ id: idOf(102), move: 'return', by: '市督查组', note: '缝未灌满', dueOn: '2018-08-15' }),
  ]
  api(
    createIssueDetail({
      state: 'returned',
      photoIds: [idOf(1)],
      moves,
      repeats: { id: idOf(9), number: 'WT2018-0009' },
    }),
  )
  show()
  const pairs = page.getByRole('table', { name: '照片' })
  await expect.element(pairs.getByRole('button', { name: '整改前，1.jpg，放大' })).toBeVisible()
  await expect.element(pairs.getByRole('button', { name: '整改后，2.jpg，放大' })).toBeVisible()
  const steps = page.getByRole('region', { name: '经过' }).getByRole('listitem')
  await expect.element(steps.first()).toHaveTextContent('退回2018-07-21市督查组时限改为 8月15日（周三）')
  await expect.element(steps.first()).toHaveTextContent('缝未灌满')
  await expect.element(steps.last()).toHaveTextContent('检查发现2018-07-20市督查组')
  await expect
    .element(page.getByRole('link', { name: 'WT2018-0009' }))
    .toHaveAttribute('href', `/inspections/issues/${idOf(9)}`)
  await expect.element(page.getByRole('region', { name: '办理' })).not.toBeInTheDocument()
})

test('the moves stand in the order of an issue’s life, what goes on first', async () => {
  api(createIssueDetail({ state: 'closingRequested', may: ['handOver', 'close', 'extend', 'return', 'recheck'] }))
  show(office)
  const bar = page.getByRole('region', { name: '办理' })
  await expect.element(bar).toHaveTextContent('开始复核销号退回改期移交')
})

test('an issue is closed, and the notice opens the way back', async () => {
  const open = createIssueDetail({ state: 'closingRequested', version: 4, may: ['close'] })
  const closed = { ...open, state: 'closed' as const, version: 5, may: ['reopen' as const] }
  const asked = api(open, () => closed)
  show(office)
  await button('销号').click()
  await expect.element(dialog.getByLabelText('说明')).toHaveFocus()
  await userEvent.keyboard('已到位{Control>}{Enter}{/Control}')
  await expect.element(notice).toHaveTextContent('已销号')
  expect(sentTo(asked)).toMatchObject([{ move: 'close', note: '已到位', date: '2018-07-31', ifMatch: '"4"' }])
  await button('重新打开').click()
  await expect.element(dialog.getByLabelText('原因')).toHaveFocus()
})

test('an order is answered in words, and the answer taken back by one press', async () => {
  const order = createIssueDetail({ source: 'order', centre: null, may: ['requestClosing'] })
  const asked = api(order, n => ({ ...order, version: 3 + n, may: n === 0 ? ['takeBack'] : ['requestClosing'] }))
  show(clerk)
  await button('答复').click()
  await dialog.getByLabelText('说明').fill('已与两个村协商')
  await dialog.getByRole('button', { name: '答复' }).click()
  await expect.element(notice).toHaveTextContent('已答复')
  await button('撤回申请').click()
  await expect.element(notice).toHaveTextContent('已撤回申请')
  expect(sentTo(asked)).toMatchObject([{ move: 'requestClosing' }, { move: 'takeBack', ifMatch: '"3"' }])
})

test('without a photo of how it is now closing is not asked for', async () => {
  const asked = api(createIssueDetail({ may: ['requestClosing'] }))
  show(clerk)
  await button('申请销号').click()
  await dialog.getByLabelText('说明').fill('已灌浆')
  await dialog.getByRole('button', { name: '申请销号' }).click()
  await expect.element(dialog.getByRole('alert')).toHaveTextContent('请附整改后的照片。')
  expect(sentTo(asked)).toEqual([])
})

test('where somebody was quicker what they did is shown, and what was typed stays', async () => {
  const issue = createIssueDetail({ state: 'closingRequested', version: 4, may: ['return'] })
  const moves = [createMoveMade({ move: 'recheck', by: '市督查组', to: 'rechecking', at: '2018-07-31T02:00:00.000Z' })]
  const current = { ...issue, state: 'rechecking' as const, version: 5, moves }
  const asked = api(issue, n => (n === 0 ? refuse(412, 'versionStale', { current }) : current))
  show(office)
  await button('退回').click()
  await dialog.getByLabelText('原因').fill('缝未灌满')
  await dialog.getByRole('button', { name: '退回' }).click()
  await expect
    .element(dialog.getByRole('alert'))
    .toHaveTextContent('市督查组已办理：开始复核（2018-07-31 10:00）。现在是“复核中”')
  await expect.element(dialog.getByLabelText('原因')).toHaveValue('缝未灌满')
  await dialog.getByRole('button', { name: '看过变化，仍然保存' }).click()
  await expect.element(notice).toHaveTextContent('已退回')
  expect(sentTo(asked).map(({ ifMatch }) => ifMatch)).toEqual(['"4"', '"5"'])
})

test('a new due day is a workday; beside one that is none stands the next', async () => {
  const asked = api(createIssueDetail({ may: ['extend'] }))
  show(office)
  await button('改期').click()
  await expect.element(dialog.getByText('8月14日（周二），10 个工作日后')).toBeVisible()
  await dialog.getByLabelText('新的时限').fill('2018-10-01')
  await dialog.getByRole('button', { name: '改为 10月2日（周二）' }).click()
  await dialog.getByLabelText('原因').fill('汛期')
  await dialog.getByRole('button', { name: '改期' }).click()
  await expect.element(notice).toHaveTextContent('已改期到 10月2日（周二）')
  expect(sentTo(asked)).toMatchObject([{ move: 'extend', dueOn: '2018-10-02', note: '汛期' }])
})

test('it is passed on to whoever may inspect there and has it not yet; a leader knows of nobody', async () => {
  const asked = api(createIssueDetail({ mine: true, may: ['handOver'] }))
  const { element } = show(office)
  await button('移交').click()
  const to = dialog.getByLabelText('移交给')
  await expect.element(to.getByRole('option').nth(1)).toHaveTextContent('任秀兰')
  expect(to.getByRole('option').elements()).toHaveLength(2)
  await to.selectOptions('任秀兰')
  await dialog.getByLabelText('原因').fill('调岗')
  await dialog.getByRole('button', { name: '移交' }).click()
  await expect.element(notice).toHaveTextContent('已移交')
  expect(sentTo(asked)).toMatchObject([{ move: 'handOver', to: 'account-2' }])
  element.remove()
  show()
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect.element(button('移交')).not.toBeInTheDocument()
})

test('the server’s word on a field stands at it', async () => {
  const errors = [{ pointer: '/date', code: 'dateBefore', message: '日期早于上一步的 2018-07-30。 / Before.' }]
  api(createIssueDetail({ may: ['assign'], state: 'found' }), () => refuse(422, 'ruleBroken', { errors }))
  show(office)
  await button('交办').click()
  await dialog.getByRole('button', { name: '交办' }).click()
  await expect.element(dialog.getByLabelText('日期')).toHaveAccessibleDescription('日期早于上一步的 2018-07-30。')
})

test('a 重大 issue proposes to stop work, an overdue one a letter, an order nothing else', async () => {
  api(createIssueDetail({ severity: 'major', overdueDays: 3 }))
  const { element } = show(office)
  const stop = page.getByRole('link', { name: '停工通知书（建议）' })
  await expect.element(stop).toHaveAttribute('href', `/api${AT}/notice.docx?kind=stopWork`)
  await expect.element(page.getByRole('link', { name: '督办函' })).toBeVisible()
  await expect.element(page.getByRole('link', { name: '整改通知书' })).toBeVisible()
  element.remove()
  const about = { label: '主体完工 23/90（截至 2018年7月31日）', link: '/?asOf=2018-07-31' }
  api(createIssueDetail({ source: 'order', about }))
  show()
  await expect.element(page.getByRole('link', { name: about.label })).toHaveAttribute('href', about.link)
  await expect.element(page.getByRole('link', { name: '督办函' })).toBeVisible()
  await expect.element(page.getByRole('link', { name: '整改通知书' })).not.toBeInTheDocument()
})

test('an issue that is not there says so', async () => {
  stubApi({ 'GET /plan': () => answer(plan) })
  show()
  await expect.element(page.getByRole('heading', { name: '没有这个问题。' })).toBeVisible()
})
