import type { AuditEntry, AuditQuery } from '@lvliang/shared/audit/audit.schema'
import { addDays, endOfDay } from '@lvliang/shared/dates/calendar-date'
import { sql } from 'kysely'
import type { AuditTable, Db } from '../db/tables.ts'

export type AuditFilter = Omit<AuditQuery, 'limit' | 'cursor'>

/** Rows by their numbers, both ends included. */
export interface Span {
  first: number
  last: number
}

/** The rows of a span that pass. Most filters have no index, so a span is kept short. */
function select(db: Db, { from, to, username, operation, outcome, subject }: AuditFilter, { first, last }: Span) {
  let rows = db.selectFrom('audit').where('seq', '>=', first).where('seq', '<=', last)
  if (from !== undefined) rows = rows.where('at', '>', endOfDay(addDays(from, -1)))
  if (to !== undefined) rows = rows.where('at', '<=', endOfDay(to))
  if (username !== undefined) rows = rows.where('username', '=', username)
  if (operation !== undefined) rows = rows.where('operation', '=', operation)
  if (outcome !== undefined) rows = rows.where('outcome', '=', outcome)
  // Said again as the index of what was not done says it, without which that index is not used.
  if (outcome !== undefined && outcome !== 'done') rows = rows.where(sql<boolean>`outcome <> 'done'`)
  if (subject !== undefined) rows = rows.where(sql<boolean>`substr(subject, 1, ${[...subject].length}) = ${subject}`)
  return rows
}

export async function countRows(db: Db, filter: AuditFilter, span: Span): Promise<number> {
  const { count } = await select(db, filter, span)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

export const listNewestFirst = (db: Db, filter: AuditFilter, span: Span, limit: number): Promise<AuditTable[]> =>
  select(db, filter, span).selectAll().orderBy('seq', 'desc').limit(limit).execute()

export const listOldestFirst = (db: Db, filter: AuditFilter, span: Span): Promise<AuditTable[]> =>
  select(db, filter, span).selectAll().orderBy('seq').execute()

/** Every operation there is a row of, in the order of the alphabet: one step through the index for each. */
export async function listOperations(db: Db): Promise<string[]> {
  const found: string[] = []
  for (;;) {
    const { next } = await db
      .selectFrom('audit')
      .select(({ fn }) => fn.min<string | null>('operation').as('next'))
      .where('operation', '>', found.at(-1) ?? '')
      .executeTakeFirstOrThrow()
    if (next === null) return found
    found.push(next)
  }
}

/** What somebody has made unreadable is shown as it stands. */
function parsed(json: string | null): unknown {
  if (json === null) return null
  try {
    return JSON.parse(json)
  } catch {
    return json
  }
}

export const toEntry = (row: AuditTable): AuditEntry => ({
  seq: row.seq,
  at: row.at,
  accountId: row.account_id,
  username: row.username,
  role: row.role,
  county: row.county,
  address: row.address,
  requestId: row.request_id,
  operation: row.operation,
  outcome: row.outcome as AuditEntry['outcome'],
  subject: row.subject,
  before: parsed(row.before),
  after: parsed(row.after),
  previousHash: row.previous_hash,
  hash: row.hash,
})
