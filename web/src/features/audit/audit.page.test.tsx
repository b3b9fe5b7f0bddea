import type { AuditVerification } from '@lvliang/shared/audit/audit.schema'
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { createAuditEntry } from '../../../../test/factories/audit-entry.ts'
import { plan } from '../../../../test/factories/board.ts'
import { createMe } from '../../../../test/factories/me.ts'
import { auditSearchSchema } from '../../filters/admin-search.ts'
import { showPages } from '../../testing/show-routed.tsx'
import { answer, stubApi } from '../../testing/stub-api.ts'
import { AuditPage } from './audit.page.tsx'

const head = { seq: 1234, hash: 'ab'.repeat(32), at: '2018-07-31T02:15:30.000Z' }
const entry = createAuditEntry({
  before: { name: '李娜', finance: false, role: 'county' },
  after: { name: '李娜', finance: true, role: 'inspector' },
})

const api = (found: Partial<AuditVerification> = {}) => ({
  'GET /plan': () => answer(plan),
  'GET /audit': () => answer({ items: [entry], total: 1, nextCursor: null, operations: ['changeAccount', 'signIn'] }),
  'GET /audit/anchor': () => answer(head),
  'GET /audit/verification': () => answer({ whole: true, rows: 1234, head, broken: null, ...found }),
})

const PAGE = {
  path: '/audit',
  component: AuditPage,
  validateSearch: (search: Record<string, unknown>) => auditSearchSchema.parse(search),
}
const showAudit = (path = '/audit') => showPages(undefined, [PAGE], { me: createMe({ role: 'auditor' }), path })
const verify = () => page.getByRole('button', { name: '校验全部记录' }).click()

test('an act says when to the second, who, what, on what and how it ended', async () => {
  stubApi(api())
  showAudit()
  const row = page.getByRole('row', { name: /2018-07-31 10:15:30/ })
  await expect.element(row).toHaveTextContent('wang.min 系统管理员')
  await expect.element(row).toHaveTextContent('修改账号')
  await expect.element(row).toHaveTextContent('账号 6f1f6a52…')
  await expect.element(row).toHaveTextContent('已完成')
})

test('opened, it shows field by field what changed, and its hash', async () => {
  stubApi(api())
  showAudit()
  const toggle = page.getByRole('button', { name: /第 7 条的内容/ })
  await toggle.click()
  await expect.element(toggle).toHaveAttribute('aria-expanded', 'true')
  await expect.element(page.getByRole('row', { name: '资金填报 否 是' })).toBeVisible()
  await expect.element(page.getByRole('row', { name: '角色 县级 督查' })).toBeVisible()
  await expect.element(page.getByRole('rowheader', { name: '姓名' })).not.toBeInTheDocument()
  await expect.element(page.getByText(entry.hash)).toBeVisible()
})

test('a whole chain is said in words', async () => {
  stubApi(api())
  showAudit()
  await verify()
  await expect.element(page.getByText('1,234 条记录首尾相接，未被改动。')).toBeVisible()
})

test.each([
  ['altered', '第 57 条的内容被改动过'],
  ['missing', '第 57 条不见了'],
  ['unchained', '第 57 条接不上前一条'],
  ['anchorDiffers', '第 57 条与您保存的锚点不同'],
] as const)('a chain that is %s says which row and how', async (what, words) => {
  stubApi(api({ whole: false, broken: { seq: 57, what } }))
  showAudit()
  await verify()
  await expect.element(page.getByText(words)).toBeVisible()
})

test('an anchor kept elsewhere is read from what was pasted, or said not to be one', async () => {
  stubApi(api())
  showAudit()
  await page.getByText('核对保存的锚点').click()
  const field = page.getByLabelText('保存的锚点')
  await field.fill('1234')
  await page.getByRole('button', { name: '核对', exact: true }).click()
  await expect.element(field).toHaveAccessibleDescription(/没有认出/)
  await field.fill(`第 1234 条 · 2018-07-31 10:15:30 · ${head.hash}`)
  await page.getByRole('button', { name: '核对', exact: true }).click()
  await expect.element(page.getByText(/并与第 1,234 条的锚点相符/)).toBeVisible()
})

test('the filters stand in the address and in the export', async () => {
  stubApi(api())
  const { router } = showAudit('/audit?outcome=done')
  await page.getByLabelText('操作').selectOptions('signIn')
  await expect.poll(() => router.state.location.searchStr).toBe('?outcome=done&operation=signIn')
  await expect
    .element(page.getByRole('link', { name: '导出 CSV' }))
    .toHaveAttribute('href', '/api/audit.csv?operation=signIn&outcome=done')
})
