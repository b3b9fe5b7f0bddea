import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { createCentre, plan } from '../../../../../../test/factories/board.ts'
import { checklist } from '../../../../../../test/factories/candidates.ts'
import { createPhoto } from '../../../../../../test/factories/evidence.ts'
import { createIssue, createIssueDetail, createIssuePage, idOf } from '../../../../../../test/factories/issues.ts'
import { createMe } from '../../../../../../test/factories/me.ts'
import { showRouted } from '../../../../testing/show-routed.tsx'
import { answer, refuse, stubApi } from '../../../../testing/stub-api.ts'
import { stubUploads } from '../../../../testing/stub-uploads.ts'
import { NewFinding } from './new-finding.tsx'
import { NumberOrder } from './number-order.tsx'

const inspector = createMe({ role: 'inspector', county: '141124' })
const closed = createIssue({ id: idOf(8), number: 'WT2018-0008', state: 'closed', title: '墙体开裂' })
const here = { county: '141126', centre: 'LL2018-050' }

const api = (raised = () => answer(createIssueDetail({ number: 'WT2018-0030' }), 201)) =>
  stubApi({
    'GET /plan': () => answer(plan),
    'GET /checklist': () => answer({ ...checklist, calendars: [{ year: 2018, off: [], work: [] }] }),
    'GET /issues': () => answer(createIssuePage([closed])),
    'GET /centres': () =>
      answer({ items: [createCentre({ code: 'LL2018-050', name: '东沟村' })], total: 1, nextCursor: null }),
    'POST /issues': raised,
  })
const sentTo = (asked: ReturnType<typeof stubApi>) =>
  asked.filter(({ method }) => method === 'POST').map(({ body }) => body)
const dialog = page.getByRole('dialog')
const title = dialog.getByRole('textbox', { name: '问题' })
const enter = dialog.getByRole('button', { name: '登记' })

test('a finding is entered from a centre’s page: the checklist says how grave it is and by when it is rectified', async () => {
  const asked = api()
  showRouted(<NewFinding plan={plan} place={here} name="东沟村" />, { me: inspector })
  await expect.element(page.getByRole('button', { name: '交办' })).not.toBeInTheDocument()
  await page.getByRole('button', { name: '记问题' }).click()
  await expect.element(title).toHaveFocus()
  await userEvent.keyboard('脚手架无连墙件')
  await dialog.getByLabelText('检查项').selectOptions('施工安全：脚手架、临边洞口有防护')
  await expect.element(dialog.getByRole('radio', { name: '重大' })).toBeChecked()
  await expect.element(dialog.getByRole('checkbox', { name: '涉及安全' })).toBeChecked()
  await dialog.getByLabelText('此前已销号的同类问题').selectOptions('WT2018-0008 墙体开裂')
  await enter.click()
  await expect.element(page.getByRole('status')).toHaveTextContent('已登记 WT2018-0030')
  await expect
    .element(page.getByRole('link', { name: '查看' }))
    .toHaveAttribute('href', `/inspections/issues/${idOf(1)}`)
  expect(sentTo(asked)).toMatchObject([
    {
      source: 'spot',
      centre: 'LL2018-050',
      date: '2018-07-31',
      severity: 'major',
      safety: true,
      title: '脚手架无连墙件',
      assign: true,
      repeats: idOf(8),
    },
  ])
  expect(sentTo(asked)[0]).not.toHaveProperty('dueOn')
  await dialog.getByRole('button', { name: '再记一条' }).click()
  await expect.element(title).toHaveValue('')
})

test('from the list the place is chosen; an inspector’s own county is not among them', async () => {
  const asked = api()
  showRouted(<NewFinding plan={plan} />, { me: inspector })
  await page.getByRole('button', { name: '记问题' }).click()
  const county = dialog.getByLabelText('县（市、区）')
  await expect.element(county.getByRole('option', { name: '石楼县' })).toBeInTheDocument()
  await expect.element(county.getByRole('option', { name: '临县' })).not.toBeInTheDocument()
  await county.selectOptions('石楼县')
  await title.fill('公示牌缺失')
  await enter.click()
  await expect.element(page.getByRole('status')).toBeVisible()
  await dialog.getByRole('button', { name: '再记一条' }).click()
  await dialog.getByLabelText('县（市、区）').selectOptions('石楼县')
  await dialog.getByLabelText('项目').selectOptions('东沟村 LL2018-050')
  await title.fill('公示牌缺失')
  await enter.click()
  await expect.element(page.getByRole('status')).toBeVisible()
  expect(sentTo(asked)).toMatchObject([{ county: '141126' }, { centre: 'LL2018-050' }])
})

test('photos go along, and what is sent waits for them', async () => {
  const asked = api()
  const uploads = stubUploads()
  showRouted(<NewFinding plan={plan} place={here} />, { me: inspector })
  await page.getByRole('button', { name: '记问题' }).click()
  await title.fill('积水')
  await userEvent.upload(dialog.getByLabelText('选照片'), new File(['a picture'], '门口.jpg', { type: 'image/jpeg' }))
  await enter.click()
  await expect.element(dialog.getByRole('status')).toHaveTextContent('照片还在上传')
  expect(uploads[0]?.url.searchParams.get('centre')).toBe('LL2018-050')
  uploads[0]?.answer(createPhoto({ id: idOf(77) }))
  await expect.element(page.getByText('已登记 WT2018-0030')).toBeVisible()
  expect(sentTo(asked)).toMatchObject([{ photoIds: [idOf(77)] }])
})

test('an item that has an open issue is said at its field, and what was typed stays', async () => {
  const message = '该项已有未销号的问题 WT2018-0012，请登记为再次发现。 / Open.'
  api(() => refuse(422, 'ruleBroken', { errors: [{ pointer: '/item', code: 'issueOpen', message }] }))
  showRouted(<NewFinding plan={plan} place={here} />, { me: inspector })
  await page.getByRole('button', { name: '记问题' }).click()
  await title.fill('积水')
  await enter.click()
  await expect.element(dialog.getByLabelText('检查项')).toHaveAccessibleDescription(/WT2018-0012，请登记为再次发现。$/)
  await expect.element(title).toHaveValue('积水')
})

test('a number becomes an order with its value, its day and the view that shows it', async () => {
  const asked = api(() => answer(createIssueDetail({ source: 'order', number: 'WT2018-0031' }), 201))
  const about = {
    kind: 'node',
    id: 'mainStructure',
    what: '主体完工',
    n: 23,
    of: 90,
    overdue: 0,
    day: '2018-07-31',
  } as const
  showRouted(<NumberOrder about={about} onClose={() => {}} />, { me: createMe(), path: '/?county=141126&light=red' })
  await expect.element(dialog.getByText('主体完工 23/90（截至 2018年7月31日）')).toBeVisible()
  await expect.element(dialog.getByLabelText('县（市、区）')).toHaveDisplayValue('石楼县')
  await expect.element(dialog.getByText('8月9日（周四），7 个工作日后')).toBeVisible()
  await dialog.getByLabelText('交办事项').fill('主体完工落后，请说明')
  await dialog.getByLabelText('答复时限').fill('2018-08-10')
  await dialog.getByRole('button', { name: '交办' }).click()
  await expect.element(page.getByRole('status')).toHaveTextContent('已交办 WT2018-0031')
  expect(sentTo(asked)).toMatchObject([
    {
      source: 'order',
      county: '141126',
      title: '主体完工落后，请说明',
      dueOn: '2018-08-10',
      about: {
        label: '主体完工 23/90（截至 2018年7月31日）',
        link: '/?county=141126&light=red&asOf=2018-07-31&node=mainStructure',
      },
    },
  ])
})

test('a county’s row becomes an order to that county', async () => {
  const asked = api(() => answer(createIssueDetail({ source: 'order' }), 201))
  const about = {
    kind: 'county',
    county: '141124',
    name: '临县',
    red: 5,
    yellow: 4,
    of: 14,
    day: '2018-07-31',
  } as const
  showRouted(<NumberOrder about={about} onClose={() => {}} />, { me: createMe(), path: '/' })
  await expect.element(dialog.getByRole('heading', { name: '领导交办 · 临县' })).toBeVisible()
  await dialog.getByLabelText('交办事项').fill('请报追赶安排')
  await dialog.getByRole('button', { name: '交办' }).click()
  await expect.element(page.getByRole('status')).toBeVisible()
  expect(sentTo(asked)).toMatchObject([{ county: '141124', about: { link: '/?asOf=2018-07-31&county=141124' } }])
})
