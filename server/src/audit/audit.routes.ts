import { createRoute, z } from '@hono/zod-openapi'
import {
  type AuditVerification,
  auditAnchorSchema,
  auditPageSchema,
  auditQuerySchema,
  auditVerificationQuerySchema,
  auditVerificationSchema,
} from '@lvliang/shared/audit/audit.schema'
import { shanghaiDay } from '@lvliang/shared/dates/calendar-date'
import { type OnSessionEnd, whileSignedIn } from '../access/while-signed-in.ts'
import type { Store } from '../db/open.ts'
import { DomainError } from '../errors.ts'
import { PRIVATE } from '../http/private-answer.ts'
import { BAD_REQUEST, createRoutes, jsonAnswer } from '../http/route.ts'
import { type Clock, instantOf } from '../ledger/times.ts'
import { streamOf } from '../lib/stream-of.ts'
import { findAuditHead } from '../store/append-audit.ts'
import { readCursor, readPage } from './read-audit.ts'
import { verifyChain } from './verify-chain.ts'
import { writeAuditCsv } from './write-audit-csv.ts'

const CSV_TYPE = 'text/csv; charset=utf-8'
const DEFAULT_LIMIT = 100

const list = createRoute({
  method: 'get',
  path: '/audit',
  operationId: 'listAudit',
  tags: ['audit'],
  summary: 'Who did what and when, newest first; `subject` by its beginning',
  request: { query: auditQuerySchema },
  responses: { ...jsonAnswer(auditPageSchema, 'A page of the audit'), ...BAD_REQUEST },
})

const csv = createRoute({
  method: 'get',
  path: '/audit.csv',
  operationId: 'exportAuditCsv',
  tags: ['audit'],
  summary: 'The audit as CSV, oldest first; its last lines tell the head of the chain',
  request: { query: auditQuerySchema.omit({ limit: true, cursor: true }) },
  responses: {
    200: { description: 'The rows', content: { [CSV_TYPE]: { schema: z.string().meta({ format: 'binary' }) } } },
    ...BAD_REQUEST,
  },
})

const verification = createRoute({
  method: 'get',
  path: '/audit/verification',
  operationId: 'verifyAudit',
  tags: ['audit'],
  summary: 'Recomputes the whole chain; with `seq` and `hash`, an anchor kept elsewhere, holds it against that, too',
  request: { query: auditVerificationQuerySchema },
  responses: { ...jsonAnswer(auditVerificationSchema, 'What was found'), ...BAD_REQUEST },
})

const anchor = createRoute({
  method: 'get',
  path: '/audit/anchor',
  operationId: 'getAuditAnchor',
  tags: ['audit'],
  summary: 'The head of the chain now, to be kept elsewhere',
  responses: jsonAnswer(auditAnchorSchema, 'The anchor'),
})

const refuse = (pointer: string, message: string) =>
  new DomainError('invalidParameter', message, [{ pointer: `/query/${pointer}`, code: 'invalidParameter', message }])

function beforeOf(cursor: string | undefined): number | null {
  if (cursor === undefined) return null
  const before = readCursor(cursor)
  if (before !== null) return before
  throw refuse('cursor', 'cursor 无效。 / The cursor is none.')
}

function anchorOf({ seq, hash }: z.output<typeof auditVerificationQuerySchema>) {
  if (seq !== undefined && hash !== undefined) return { seq, hash }
  if (seq === undefined && hash === undefined) return null
  throw refuse(seq === undefined ? 'seq' : 'hash', '锚点须同时给出 seq 和 hash。 / An anchor is both seq and hash.')
}

export interface AuditDeps {
  store: Store
  clock: Clock
  onSessionEnd: OnSessionEnd
}

export function auditRoutes({ store, clock, onSessionEnd }: AuditDeps) {
  const { db } = store
  const now = () => instantOf(clock)
  const anchorNow = async () => ({ ...(await findAuditHead(db)), at: now() })
  /** Asked again while it runs, one verification answers all. */
  const running = new Map<string, Promise<AuditVerification>>()

  function verifyOnce(elsewhere: ReturnType<typeof anchorOf>): Promise<AuditVerification> {
    const key = elsewhere ? `${elsewhere.seq} ${elsewhere.hash}` : ''
    const already = running.get(key)
    if (already) return already
    const found = verifyChain(store, elsewhere, now).finally(() => running.delete(key))
    running.set(key, found)
    return found
  }

  return createRoutes()
    .openapi(list, async c => {
      const { limit = DEFAULT_LIMIT, cursor, ...filter } = c.req.valid('query')
      return c.json(await readPage(db, filter, { limit, before: beforeOf(cursor) }), 200, PRIVATE)
    })
    .openapi(csv, async c => {
      const lines = writeAuditCsv(db, c.req.valid('query'), await anchorNow())
      const name = `audit-${shanghaiDay(clock.now())}.csv`
      const disposition = { 'content-type': CSV_TYPE, 'content-disposition': `attachment; filename="${name}"` }
      return c.body(streamOf(whileSignedIn(lines, c.env.viewer, onSessionEnd)), 200, { ...PRIVATE, ...disposition })
    })
    .openapi(verification, async c => c.json(await verifyOnce(anchorOf(c.req.valid('query'))), 200, PRIVATE))
    .openapi(anchor, async c => c.json(await anchorNow(), 200, PRIVATE))
}
