import { createHash } from 'node:crypto'
import type { AccountsPage, AccountsQuery } from '@lvliang/shared/accounts/account.schema'
import type { Db } from '../../db/tables.ts'
import { DomainError } from '../../errors.ts'
import { countAccounts, listAccounts } from './accounts.repo.ts'

const PAGE = 100

/** What a walk must keep from page to page: its filters. */
const walkOf = ({ q, role, county, state }: AccountsQuery): string =>
  createHash('sha256')
    .update(JSON.stringify([q, role, county, state]))
    .digest('base64url')
    .slice(0, 8)

/** Where the next page begins: after a user name. */
const writeCursor = (username: string, query: AccountsQuery): string =>
  Buffer.from(`${username}~${walkOf(query)}`).toString('base64url')

/** The user name after which the page begins; null: at the first. */
function readCursor(query: AccountsQuery): string | null {
  if (query.cursor === undefined) return null
  const [username = '', walk, ...more] = Buffer.from(query.cursor, 'base64url').toString().split('~')
  if (username !== '' && walk === walkOf(query) && more.length === 0) return username
  const message = 'cursor 与筛选不符。 / The cursor does not belong to these filters.'
  throw new DomainError('invalidParameter', message, [{ pointer: '/query/cursor', code: 'invalidCursor', message }])
}

/** One page of the accounts a filter leaves, by user name. */
export async function pageOfAccounts(db: Db, query: AccountsQuery): Promise<AccountsPage> {
  const limit = query.limit ?? PAGE
  const found = await listAccounts(db, query, { after: readCursor(query), limit: limit + 1 })
  const items = found.slice(0, limit)
  const last = found.length > limit ? items.at(-1) : undefined
  return {
    items,
    total: await countAccounts(db, query),
    nextCursor: last === undefined ? null : writeCursor(last.username, query),
  }
}
