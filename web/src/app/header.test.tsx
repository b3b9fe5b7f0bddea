import { operationsOf } from '@lvliang/shared/accounts/access'
import { ROLES, type Role } from '@lvliang/shared/accounts/role'
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { plan } from '../../../test/factories/board.ts'
import { show } from '../testing/show.tsx'
import { Header } from './header.tsx'

const PAGES: Record<Role, string[]> = {
  leader: ['进度', '项目', '填报', '督查'],
  cityOffice: ['进度', '项目', '填报', '督查'],
  county: ['进度', '项目', '填报', '督查', '工作台'],
  inspector: ['进度', '项目', '填报', '督查'],
  systemAdmin: ['管理'],
  auditor: ['审计'],
}

const header = (may: ReturnType<typeof operationsOf>) => (
  <Header
    title={plan.title}
    demonstration
    asOf="2018-07-31"
    may={may}
    page={null}
    renderLink={({ path }, label) => <a href={path}>{label}</a>}
  />
)

test.each(ROLES)('the navigation of %s leads to what it may see and nowhere else', async role => {
  show(header(operationsOf(role)))
  await expect.element(page.getByRole('navigation', { name: '主导航' })).toBeVisible()
  expect(
    page
      .getByRole('link')
      .elements()
      .map(link => link.textContent),
  ).toEqual(PAGES[role])
})

test('where nothing is open there is no navigation; day and demonstration are still said', async () => {
  show(header([]))
  await expect.element(page.getByText('截至 2018-07-31')).toBeVisible()
  await expect.element(page.getByText('演示数据（虚构）')).toBeVisible()
  expect(page.getByRole('navigation').elements()).toHaveLength(0)
})
