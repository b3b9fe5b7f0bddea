import type { CentreDetail, CentreSheet, StageState } from '@lvliang/shared/centres/centre.schema'
import { REPORTABLE_STAGES, type ReportableStage } from '@lvliang/shared/plan/stage'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { createDetail, plan } from '../../../../../test/factories/board.ts'
import { createMe } from '../../../../../test/factories/me.ts'
import { centreSearchSchema } from '../../../app/app-search.ts'
import { CentreRoute } from '../../../app/centre.route.tsx'
import { showPages } from '../../../testing/show-routed.tsx'
import { answer, refuse, stubApi } from '../../../testing/stub-api.ts'

const REQUEST = 'b6f0c3f2-3f5e-4b43-9d3e-0d8a6b1f7a10'
const days: Partial<Record<ReportableStage, string>> = {
  sited: '2018-03-08',
  approved: '2018-04-20',
  started: '2018-05-20',
}
const stages = (verified: Partial<Record<ReportableStage, string>> = {}): StageState[] =>
  REPORTABLE_STAGES.map(stage => ({
    stage,
    reportId: null,
    reported: days[stage] ?? null,
    recordedAt: days[stage] ? `${days[stage]}T02:00:00.000Z` : null,
    verified: verified[stage] ?? null,
    checkedOn: verified[stage] ? '2018-06-05' : null,
    disputed: false,
    implied: false,
  }))

const at = '/centres/LL2018-001'
const detail = (overrides: Partial<CentreDetail> = {}) => createDetail({ stages: stages(), version: 7, ...overrides })
const after = (overrides: Partial<CentreDetail> = {}) =>
  answer({ centre: detail({ version: 8, ...overrides }) as unknown as CentreSheet, recordIds: [REQUEST] }, 201)

type Stubs = Parameters<typeof stubApi>[0]
function showCentre(
  stubs: Stubs,
  { role = 'cityOffice', query = '', centre = detail(), county = null as string | null } = {},
) {
  const sent = () => asked.filter(({ method }) => method === 'POST')
  const asked: ReturnType<typeof stubApi> = stubApi({
    'GET /plan': () => answer(plan),
    'GET /centres': () => answer({ items: [], total: 0, nextCursor: null, asOf: '2018-07-31' }),
    // Once something was done, what the page shows comes from the answer to that.
    [`GET ${at}`]: () => (sent().length > 0 ? new Promise(() => {}) : answer(centre)),
    ...stubs,
  })
  const shown = showPages(
    undefined,
    [
      {
        path: '/centres/$code',
        component: CentreRoute,
        validateSearch: (search: Record<string, unknown>) => centreSearchSchema.parse(search),
      },
    ],
    { me: createMe({ role: role as 'cityOffice', county }), path: `${at}${query}` },
  )
  return { ...shown, sent }
}

const dialog = page.getByRole('dialog')
const bar = page.getByRole('region', { name: '办理' })

test('a stage is confirmed with the reported day, by keyboard alone', async () => {
  const { sent } = showCentre({
    [`POST ${at}/stage-records`]: () => after({ verifiedStage: 'started', verification: 'verified' }),
  })
  await bar.getByRole('button', { name: '核实' }).click()
  await expect.element(dialog.getByLabelText('检查日期')).toHaveValue('2018-07-31')
  await expect.element(dialog.getByLabelText('认定完成日期')).toHaveValue('2018-05-20')
  await expect.element(dialog.getByLabelText('阶段')).toHaveFocus()
  await userEvent.keyboard('{Tab}{Tab}{Enter}')
  await expect.element(page.getByRole('status')).toHaveTextContent('已核实已开工，认定完成日期 2018-05-20。')
  await expect.element(dialog).not.toBeInTheDocument()
  await expect.element(page.getByText('核实 已开工', { exact: true })).toBeVisible()
  expect(sent()).toMatchObject([
    { ifMatch: '"7"', body: { basis: 'verified', stage: 'started', checkedOn: '2018-07-31' } },
  ])
  expect(sent()[0]?.body).not.toHaveProperty('date')
})

test('another day is recognised, or the stage is found not reached', async () => {
  const { sent } = showCentre(
    { [`POST ${at}/stage-records`]: () => after() },
    { role: 'inspector', query: '?act=verify&at=approved' },
  )
  await dialog.getByLabelText('认定日期不同').click()
  await dialog.getByLabelText('认定完成日期').fill('2018-04-28')
  await dialog.getByRole('button', { name: '保存核实' }).click()
  await expect.element(page.getByRole('status')).toHaveTextContent('与上报不同')
  await bar.getByRole('button', { name: '核实' }).click()
  await dialog.getByLabelText('未达到').click()
  await dialog.getByRole('button', { name: '保存核实' }).click()
  await expect.poll(() => sent().length).toBe(2)
  expect(sent()[0]?.body).toMatchObject({ stage: 'approved', date: '2018-04-28' })
  expect(sent()[1]?.body).toMatchObject({ stage: 'started', date: null })
})

test('what the server finds wrong stands at its field', async () => {
  const errors = [{ pointer: '/checkedOn', code: 'beforeReport', message: '检查日期早于上报的完成日期。 / Too early.' }]
  showCentre({ [`POST ${at}/stage-records`]: () => refuse(422, 'ruleBroken', { errors }) }, { query: '?act=verify' })
  await dialog.getByRole('button', { name: '保存核实' }).click()
  await expect.element(dialog.getByLabelText('检查日期')).toHaveAttribute('aria-invalid', 'true')
  await expect.element(dialog.getByText('检查日期早于上报的完成日期。')).toBeVisible()
})

test('where the centre changed meanwhile, the changes are shown, what was typed stays, and it is asked again', async () => {
  let tries = 0
  const current = detail({ version: 9, village: '李家湾村' })
  const { sent } = showCentre(
    { [`POST ${at}/stage-reversals`]: () => (++tries === 1 ? refuse(412, 'versionStale', { current }) : after()) },
    { query: '?act=reverse' },
  )
  await dialog.getByLabelText('理由').fill('误报')
  await dialog.getByRole('button', { name: '退回', exact: true }).click()
  await expect.element(dialog.getByRole('row', { name: /建设村 石蕨峁村 李家湾村/ })).toBeVisible()
  await expect.element(dialog.getByLabelText('理由')).toHaveValue('误报')
  await dialog.getByRole('button', { name: '看过变化，仍然保存' }).click()
  await expect.element(page.getByRole('status')).toHaveTextContent('已退回到已审批')
  expect(sent().map(({ ifMatch }) => ifMatch)).toEqual(['"7"', '"9"'])
  const [first, second] = sent().map(({ body }) => body as { id: string; reason: string })
  expect(second).toEqual(first)
})

const relocation = { id: REQUEST, requestedOn: '2018-07-02', agreedOn: null, declinedOn: null, reason: '滑坡' }

test('a relocation is agreed to with a village of the gazetteer and new node days; a doubt can be insisted on', async () => {
  const village = {
    code: '141102203205',
    name: '李家湾村',
    initials: 'ljw',
    town: '信义镇',
    townCode: '141102203',
    countyCode: '141102',
  }
  const doubts = [{ pointer: '/facts/village', code: 'sameVillage', message: '与 LL2018-002 同名。 / Same name.' }]
  const { sent } = showCentre(
    {
      'GET /villages': () => answer({ items: [village], total: 1 }),
      [`POST ${at}/relocations/agreement`]: ({ body }) =>
        (body as { acceptDoubts?: boolean }).acceptDoubts
          ? after({ village: '李家湾村', relocations: [{ ...relocation, agreedOn: '2018-07-31' }] })
          : refuse(422, 'doubtful', { errors: doubts }),
    },
    { centre: detail({ overlay: 'relocating', relocations: [relocation] }) },
  )
  await expect.element(bar.getByRole('listitem')).toHaveTextContent('滑坡')
  await bar.getByRole('button', { name: '办理调整申请' }).click()
  await dialog.getByLabelText('查找建设村').fill('ljw')
  await expect.element(dialog.getByRole('option', { name: /李家湾村/ })).toBeVisible()
  await userEvent.keyboard('{Enter}')
  await expect.element(dialog.getByLabelText('村代码')).toHaveValue('141102203205')
  await dialog.getByLabelText('主体完工').fill('2018-10-20')
  await dialog.getByRole('button', { name: '同意调整' }).click()
  await expect.element(dialog.getByText('与 LL2018-002 同名。')).toBeVisible()
  await dialog.getByRole('button', { name: '仍然保存' }).click()
  await expect.element(page.getByRole('status')).toHaveTextContent('建设村改为李家湾村')
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('李家湾村')
  expect(sent()[1]?.body).toMatchObject({
    requestId: REQUEST,
    facts: { village: '李家湾村', town: '信义镇', position: null },
    dueDays: { mainStructure: '2018-10-20' },
    acceptDoubts: true,
  })
})

const delay = {
  id: REQUEST,
  requestedOn: '2018-07-02',
  milestone: 'mainStructure' as const,
  newDue: '2018-10-20',
  category: 'weather' as const,
  evidence: '气象证明',
  decided: null,
}

test('a delay asked for is approved as it was asked, or declined with a reason', async () => {
  const centre = detail({ delayRequests: [delay] })
  const { sent } = showCentre(
    { [`POST ${at}/delays`]: () => after({ delayRequests: [delay] }), [`POST ${at}/declined-requests`]: () => after() },
    { centre },
  )
  await bar.getByRole('button', { name: '办理延期申请' }).click()
  await expect.element(dialog.getByLabelText('新时限')).toHaveValue('2018-10-20')
  await expect.element(dialog.getByLabelText('有效至')).toHaveValue('2018-10-20')
  await dialog.getByRole('button', { name: '批准延期' }).click()
  await expect.element(page.getByRole('status')).toHaveTextContent('已批准主体完工延期至 2018-10-20')
  await bar.getByRole('button', { name: '办理延期申请' }).click()
  await dialog.getByLabelText('不同意').click()
  await dialog.getByLabelText('理由').fill('证据不足')
  await dialog.getByRole('button', { name: '不同意' }).click()
  await expect.poll(() => sent().length).toBe(2)
  expect(sent()[0]?.body).toMatchObject({ requestId: REQUEST, approver: '王建国', evidence: '气象证明' })
  expect(sent()[1]).toMatchObject({ path: `${at}/declined-requests`, body: { requestId: REQUEST, reason: '证据不足' } })
})

test('nothing is done on a past day', async () => {
  showCentre({}, { query: '?act=verify', centre: detail({ asOf: '2018-06-30' }) })
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect.element(bar).not.toBeInTheDocument()
})

test('who may do nothing sees no actions', async () => {
  showCentre({}, { role: 'county', county: '141124', query: '?act=verify' })
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect.element(bar).not.toBeInTheDocument()
  await expect.element(dialog).not.toBeInTheDocument()
})

test('a leader gives orders there, and no more', async () => {
  showCentre({}, { role: 'leader', query: '?act=verify' })
  await expect.element(bar.getByRole('button')).toHaveTextContent('交办')
  await expect.element(dialog).not.toBeInTheDocument()
})

test('an inspector is told why a centre at home is not theirs to verify', async () => {
  showCentre({}, { role: 'inspector', county: '141102', query: '?act=verify' })
  await expect.element(bar).toHaveTextContent('本县项目由其他督查人员核实')
  await expect.element(dialog).not.toBeInTheDocument()
})
