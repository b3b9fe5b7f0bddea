import { createHash } from 'node:crypto'
import type { AUDIT_OUTCOMES } from '@lvliang/shared/audit/audit.schema'
import { canonicalJson } from '@lvliang/shared/audit/canonical-json'
import type { AuditTable, Trx } from '../db/tables.ts'

/** Who acts, as an audit row names them. */
export interface Actor {
  accountId: string | null
  username: string | null
  role: string | null
  county: string | null
  address: string | null
  requestId: string | null
}

const nobody = { accountId: null, role: null, county: null, address: null, requestId: null }
/** Someone at the machine itself, through a command. */
export const CONSOLE: Actor = { ...nobody, username: 'console' }
/** The program by itself, by the clock. */
export const SYSTEM: Actor = { ...nobody, username: 'system' }

/** An act to be written down. `before` and `after` never hold a secret. */
export interface AuditAct {
  at: string
  actor: Actor
  operation: string
  outcome?: (typeof AUDIT_OUTCOMES)[number]
  subject?: string | null
  before?: unknown
  after?: unknown
}

/** What the first row is chained to. */
export const FIRST_HASH = '0'.repeat(64)

const jsonOrNull = (value: unknown) => (value === undefined || value === null ? null : canonicalJson(value))

/** The hash of a row: of its canonical JSON, which names the hash before. */
export function hashAuditRow({ hash: _, ...row }: Omit<AuditTable, 'hash'> & { hash?: string }): string {
  return createHash('sha256').update(canonicalJson(row)).digest('hex')
}

/** Appends one act to the chain, in the transaction that does it. */
export async function appendAudit(trx: Trx, act: AuditAct): Promise<void> {
  const head = await trx.selectFrom('audit').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1).executeTakeFirst()
  const { actor } = act
  const row = {
    seq: (head?.seq ?? 0) + 1,
    at: act.at,
    account_id: actor.accountId,
    username: actor.username,
    role: actor.role,
    county: actor.county,
    address: actor.address,
    request_id: actor.requestId,
    operation: act.operation,
    outcome: act.outcome ?? ('done' as const),
    subject: act.subject ?? null,
    before: jsonOrNull(act.before),
    after: jsonOrNull(act.after),
    previous_hash: head?.hash ?? FIRST_HASH,
  }
  await trx
    .insertInto('audit')
    .values({ ...row, hash: hashAuditRow(row) })
    .execute()
}
