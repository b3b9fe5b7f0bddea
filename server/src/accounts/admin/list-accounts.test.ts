import type { AccountsPage } from '@lvliang/shared/accounts/account.schema'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Administration, createAdministration } from '../../../../test/factories/administration.ts'

let world: Administration
beforeAll(async () => {
  world = await createAdministration()
  const make = (username: string, name: string, rights: object = {}) => world.create({ username, name, ...rights })
  await make('zhang_wei', '张伟')
  await make('zhangxwei', '张薇', { county: '141181' })
  await make('li.na', '李娜 Li Na', { role: 'inspector' })
  await make('percent', '百分之百 100%', { role: 'leader', county: null })
  const { account } = await make('wang.fang', '王芳', { role: 'auditor', county: null })
  await world.change(account.id, { disabled: true })
})
afterAll(() => world.close())

const page = (query: string) => world.getJson<AccountsPage>(`/accounts${query}`)
const names = async (query: string) => (await page(query)).items.map(({ username }) => username)

test.each([
  ['', ['li.na', 'percent', 'test-leader-city', 'test-systemadmin-city', 'wang.fang', 'zhang_wei', 'zhangxwei']],
  ['?q=ZHANG', ['zhang_wei', 'zhangxwei']],
  ['?q=zhang_', ['zhang_wei']],
  ['?q=%25', ['percent']],
  ['?q=%5C', []],
  [`?q=${encodeURIComponent('张')}`, ['zhang_wei', 'zhangxwei']],
  ['?q=li%20NA', ['li.na']],
  [`?q=${encodeURIComponent("' or 1=1 --")}`, []],
  ['?role=inspector', ['li.na']],
  ['?county=141124', ['li.na', 'zhang_wei']],
  ['?county=141124&role=county', ['zhang_wei']],
  ['?state=disabled', ['wang.fang']],
  ['?state=invited&q=z', ['zhang_wei', 'zhangxwei']],
  ['?state=active', []],
])('the list%s holds %j', async (query, expected) => {
  expect(await names(query)).toEqual(expected)
  expect((await page(query)).total).toBe(expected.length)
})

test('whoever has a password or has signed in is active', async () => {
  const { store, clock, create } = world
  const [first, second] = [await create({ username: 'has.password' }), await create({ username: 'has.signed-in' })]
  const at = new Date(clock.at).toISOString()
  const { id } = first.account
  await sql`insert into credential (id, account_id, provider_id, provider_account_id, password, created_at, updated_at)
    values ('credential-1', ${id}, 'credential', ${id}, 'hash', ${at}, ${at})`.execute(store.db)
  await store.db.updateTable('account').set({ last_sign_in_at: at }).where('id', '=', second.account.id).execute()
  expect(await names('?state=active')).toEqual(['has.password', 'has.signed-in'])
  expect(await names('?state=invited&q=has.')).toEqual([])
})

test('pages follow each other without a gap, and a cursor keeps to its filters', async () => {
  const walked: string[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const { items, nextCursor, total }: AccountsPage = await page(`?limit=2${cursor && `&cursor=${cursor}`}`)
    expect(items.length).toBeLessThanOrEqual(2)
    expect(total).toBeGreaterThan(6)
    walked.push(...items.map(({ username }) => username))
    cursor = nextCursor
  }
  expect(walked).toEqual(await names(''))
  const { nextCursor } = await page('?limit=2')
  for (const query of [`q=z&cursor=${nextCursor}`, 'cursor=x', `cursor=${nextCursor}AAAA`]) {
    expect(await page(`?${query}`)).toMatchObject({ status: 400, code: 'invalidParameter' })
  }
})

test.each(['limit=0', 'limit=501', 'state=gone', 'role=root', 'county=x', 'sort=name', `q=${'x'.repeat(101)}`])(
  'the query %s is refused',
  async query => {
    expect((await world.admin.request(`/api/accounts?${query}`)).status).toBe(400)
  },
)
