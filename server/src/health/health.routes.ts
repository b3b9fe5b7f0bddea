import { createRoute, z } from '@hono/zod-openapi'
import { sql } from 'kysely'
import type { Db } from '../db/tables.ts'
import { DomainError } from '../errors.ts'
import { PROBLEM_TYPE, problemSchema } from '../http/problem.ts'
import { createRoutes, jsonAnswer } from '../http/route.ts'
import { SECURITY_HEADERS } from '../http/security-headers.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { metricsNow, writeMetrics } from './metrics.ts'

const healthSchema = z.object({ status: z.literal('ok') }).meta({ id: 'Health' })
const headers = { ...SECURITY_HEADERS, 'cache-control': 'no-store' }

const alive = createRoute({
  method: 'get',
  path: '/healthz',
  operationId: 'getHealth',
  tags: ['health'],
  summary: 'The process answers',
  responses: jsonAnswer(healthSchema, 'It does'),
})

const ready = createRoute({
  method: 'get',
  path: '/readyz',
  operationId: 'getReadiness',
  tags: ['health'],
  summary: 'The store answers',
  responses: {
    ...jsonAnswer(healthSchema, 'It does'),
    503: { description: 'It does not', content: { [PROBLEM_TYPE]: { schema: problemSchema } } },
  },
})

const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8'

const metrics = createRoute({
  method: 'get',
  path: '/metrics',
  operationId: 'getMetrics',
  tags: ['health'],
  summary: 'The process and the store in the text format of Prometheus',
  responses: { 200: { description: 'The metrics', content: { [METRICS_TYPE]: { schema: z.string() } } } },
})

export const healthRoutes = (db: Db, ledger: Ledger) =>
  createRoutes()
    .openapi(alive, c => c.json({ status: 'ok' as const }, 200, headers))
    .openapi(ready, async c => {
      try {
        await sql`select seq from record limit 1`.execute(db)
      } catch {
        throw new DomainError('notReady', '数据库没有响应。 / The store does not answer.')
      }
      return c.json({ status: 'ok' as const }, 200, headers)
    })
    .openapi(metrics, c =>
      c.text(writeMetrics(metricsNow(ledger.sizes)), 200, { ...headers, 'content-type': METRICS_TYPE }),
    )
