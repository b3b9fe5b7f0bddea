import { setImmediate as pause } from 'node:timers/promises'
import type { AuditVerification } from '@lvliang/shared/audit/audit.schema'
import type { AuditTable, Db } from '../db/tables.ts'
import { type AuditHead, FIRST_HASH, findAuditHead, hashAuditRow } from './append-audit.ts'

/** Rows read and hashed before others get their turn: about 5 ms. */
const CHUNK = 500

export interface ChainReport {
  /** How many rows are what was written, counted from the first. */
  rows: number
  head: AuditHead
  broken: AuditVerification['broken']
}

type Broken = NonNullable<ChainReport['broken']>

/** What is wrong with a row that should follow `before`; null: nothing. */
function faultOf(row: AuditTable, before: AuditHead, anchors: ReadonlyMap<number, Set<string>>): Broken | null {
  const { seq, hash, previous_hash } = row
  if (seq !== before.seq + 1) return { seq: before.seq + 1, what: 'missing' }
  if (hashAuditRow(row) !== hash) return { seq, what: 'altered' }
  if (previous_hash !== before.hash) return { seq, what: 'unchained' }
  return differs(anchors, seq, hash) ? { seq, what: 'anchorDiffers' } : null
}

/** Whether any anchor at this place names another hash. */
function differs(anchors: ReadonlyMap<number, Set<string>>, seq: number, hash: string): boolean {
  const named = anchors.get(seq)
  return named !== undefined && !(named.size === 1 && named.has(hash))
}

function bySeq(anchors: readonly AuditHead[]): Map<number, Set<string>> {
  const hashes = new Map<number, Set<string>>()
  for (const { seq, hash } of anchors) hashes.set(seq, (hashes.get(seq) ?? new Set()).add(hash))
  return hashes
}

const rowsAfter = (db: Db, seq: number, last: number): Promise<AuditTable[]> =>
  db
    .selectFrom('audit')
    .selectAll()
    .where('seq', '>', seq)
    .where('seq', '<=', last)
    .orderBy('seq')
    .limit(CHUNK)
    .execute()

/**
 * Recomputes the chain from its first row to the head of this moment and compares it with anchors kept elsewhere.
 * Others are served meanwhile. Names the first row that is not what was written; `missing` also where anchors know of
 * rows after the last.
 */
export async function verifyAudit(db: Db, anchors: readonly AuditHead[] = []): Promise<ChainReport> {
  const known = bySeq(anchors)
  const head = await findAuditHead(db)
  let last: AuditHead = { seq: 0, hash: FIRST_HASH }
  if (differs(known, 0, FIRST_HASH)) return { rows: 0, head, broken: { seq: 0, what: 'anchorDiffers' } }
  while (last.seq < head.seq) {
    for (const row of await rowsAfter(db, last.seq, head.seq)) {
      const broken = faultOf(row, last, known)
      if (broken) return { rows: last.seq, head, broken }
      last = row
    }
    await pause()
  }
  const isCut = anchors.some(({ seq }) => seq > last.seq)
  return { rows: last.seq, head, broken: isCut ? { seq: last.seq + 1, what: 'missing' } : null }
}
