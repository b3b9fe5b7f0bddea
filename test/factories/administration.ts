import { randomUUID } from 'node:crypto'
import type { Account, CreatedAccount } from '@lvliang/shared/accounts/account.schema'
import type { Client } from './clients.ts'
import { createLiveApp } from './store.ts'

interface Sent {
  method?: string
  headers?: Record<string, string>
}

/** The real application with a system administrator signed in, and what they do most. */
export async function createAdministration() {
  const live = await createLiveApp()
  const admin = await live.as({ principal: 'systemAdmin' })
  const adminId = await live.accountId({ principal: 'systemAdmin' })

  /** Sends JSON as the administrator, or as somebody else. */
  const send = (path: string, value?: unknown, { method = 'POST', headers = {} }: Sent = {}, by: Client = admin) =>
    by.request(`/api${path}`, {
      method,
      headers: { ...(value === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(value === undefined ? {} : { body: JSON.stringify(value) }),
    })
  const get = async <T>(path: string) => (await (await admin.request(`/api${path}`)).json()) as T
  const newAccount = (more: object = {}) => ({
    id: randomUUID(),
    username: `u${randomUUID().slice(0, 8)}`,
    name: '李娜',
    role: 'county',
    county: '141124',
    ...more,
  })

  return {
    ...live,
    admin,
    adminId,
    send,
    getJson: get,
    newAccount,
    async create(more: object = {}): Promise<CreatedAccount> {
      return (await (await send('/accounts', newAccount(more))).json()) as CreatedAccount
    },
    change: (id: string, change: object, version: number | string | null = 1) =>
      send(`/accounts/${id}`, change, {
        method: 'PATCH',
        headers: version === null ? {} : { 'if-match': typeof version === 'number' ? `"${version}"` : version },
      }),
    account: (id: string) => get<Account>(`/accounts/${id}`),
    /** The audit rows that `act` appended. */
    async audited<T>(act: () => Promise<T>) {
      const last = () =>
        live.store.db
          .selectFrom('audit')
          .select(eb => eb.fn.max('seq').as('seq'))
          .executeTakeFirst()
      const before = (await last())?.seq ?? 0
      const result = await act()
      const rows = await live.store.db
        .selectFrom('audit')
        .selectAll()
        .where('seq', '>', before)
        .orderBy('seq')
        .execute()
      const read = (text: string | null) => (text === null ? null : (JSON.parse(text) as Record<string, unknown>))
      return { result, rows: rows.map(row => ({ ...row, before: read(row.before), after: read(row.after) })) }
    },
  }
}
export type Administration = Awaited<ReturnType<typeof createAdministration>>
