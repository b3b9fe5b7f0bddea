import { setImmediate as pause } from 'node:timers/promises'
import type { AuditPage } from '@lvliang/shared/audit/audit.schema'
import type { AuditTable, Db } from '../db/tables.ts'
import { findAuditHead } from '../store/append-audit.ts'
import { type AuditFilter, countRows, listNewestFirst, listOldestFirst, listOperations, toEntry } from './audit.repo.ts'

/** Rows looked through before others get their turn: some 3 ms without an index. */
const LOOKED_THROUGH = 10_000
/** Rows taken into memory at a time. */
const READ = 500

export interface PageRequest {
  limit: number
  /** Only rows with lower numbers: the last one of the page before. */
  before: number | null
}

/** One page of the rows that pass, newest first, and how many pass in all. */
export async function readPage(db: Db, filter: AuditFilter, { limit, before }: PageRequest): Promise<AuditPage> {
  const head = await findAuditHead(db)
  const rows: AuditTable[] = []
  let total = 0
  for (let last = head.seq; last > 0; last -= LOOKED_THROUGH) {
    const span = { first: last - LOOKED_THROUGH + 1, last }
    const lacking = limit + 1 - rows.length
    if (lacking > 0) {
      const older = { ...span, last: Math.min(last, (before ?? Number.POSITIVE_INFINITY) - 1) }
      rows.push(...(await listNewestFirst(db, filter, older, lacking)))
    }
    total += await countRows(db, filter, span)
    await pause()
  }
  const items = rows.slice(0, limit)
  const nextCursor = rows.length > limit ? writeCursor(items.at(-1) as AuditTable) : null
  return { items: items.map(toEntry), total, nextCursor, operations: await listOperations(db) }
}

/** Every row that passes, oldest first, up to the one numbered `last`, a chunk at a time. */
export async function* readAll(db: Db, filter: AuditFilter, last: number): AsyncGenerator<AuditTable[]> {
  for (let first = 1; first <= last; first += READ) {
    yield await listOldestFirst(db, filter, { first, last: Math.min(last, first + READ - 1) })
    await pause()
  }
}

const writeCursor = ({ seq }: AuditTable): string => Buffer.from(String(seq)).toString('base64url')

/** The number of the row a page ended with; null: that was no cursor. */
export function readCursor(text: string): number | null {
  const seq = Buffer.from(text, 'base64url').toString()
  return /^[1-9]\d{0,14}$/.test(seq) ? Number(seq) : null
}
