import { hash } from 'node:crypto'
import type { AUDIT_OUTCOMES } from '@lvliang/shared/audit/audit.schema'
import { canonicalJson } from '@lvliang/shared/audit/canonical-json'
import { type CompiledQuery, sql } from 'kysely'
import type { Run } from '../db/at-once.ts'
import { insertMany, insertsOf } from '../db/insert-many.ts'
import type { AuditTable, Db, Trx } from '../db/tables.ts'

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

/** The newest row; `seq` 0 before there is any. */
export type AuditHead = Pick<AuditTable, 'seq' | 'hash'>

/** What the first row is chained to. */
export const FIRST_HASH = '0'.repeat(64)

/** What a hash is of: every other column, in the order of canonical JSON. */
const HASHED = [
  'account_id',
  'address',
  'after',
  'at',
  'before',
  'county',
  'operation',
  'outcome',
  'previous_hash',
  'request_id',
  'role',
  'seq',
  'subject',
  'username',
] as const satisfies readonly (keyof AuditTable)[]

/** The SHA-256 of a row's canonical JSON, which names the hash before; written out, for a chain is long. */
export function hashAuditRow(row: Omit<AuditTable, 'hash'>): string {
  const members = HASHED.map(column => `"${column}":${JSON.stringify(row[column])}`)
  return hash('sha256', `{${members.join()}}`)
}

/** A text the database gives back as it took it: a lone surrogate or a NUL would break the chain. */
const storable = (text: string | null) => text?.replace(/[\0\p{Cs}]/gu, '\uFFFD') ?? null
const jsonOrNull = (value: unknown) => (value === undefined || value === null ? null : canonicalJson(value))

/** Compiled once: every write asks it. A bound limit would have SQLite plan it anew each time. */
let headQuery: CompiledQuery<AuditHead> | undefined

const queryHead = (db: Db | Trx): CompiledQuery<AuditHead> => {
  headQuery ??= db.selectFrom('audit').select(['seq', 'hash']).orderBy('seq', 'desc').limit(sql.lit(1)).compile()
  return headQuery
}

const NO_HEAD: AuditHead = { seq: 0, hash: FIRST_HASH }

export async function findAuditHead(db: Db | Trx): Promise<AuditHead> {
  const { rows } = await db.executeQuery(queryHead(db))
  return rows[0] ?? NO_HEAD
}

/** Appends one act to the chain, in the transaction that does it. */
export async function appendAudit(trx: Trx, act: AuditAct): Promise<void> {
  await insertMany(trx, 'audit', [rowAfter(await findAuditHead(trx), act)])
}

/** The same for several acts, in their order, in a transaction that waits for nothing. */
export function appendAuditAtOnce(run: Run, db: Db, acts: readonly AuditAct[]): void {
  let head: AuditHead = run(queryHead(db))[0] ?? NO_HEAD
  const rows = acts.map(act => {
    const row = rowAfter(head, act)
    head = row
    return row
  })
  for (const query of insertsOf(db, 'audit', rows)) run(query)
}

function rowAfter(head: AuditHead, act: AuditAct): AuditTable {
  const { actor } = act
  const row: AuditTable = {
    seq: head.seq + 1,
    at: act.at,
    account_id: actor.accountId,
    username: storable(actor.username),
    role: actor.role,
    county: actor.county,
    address: storable(actor.address),
    request_id: storable(actor.requestId),
    operation: act.operation,
    outcome: act.outcome ?? 'done',
    subject: storable(act.subject ?? null),
    before: jsonOrNull(act.before),
    after: jsonOrNull(act.after),
    previous_hash: head.hash,
    hash: '',
  }
  row.hash = hashAuditRow(row)
  return row
}
