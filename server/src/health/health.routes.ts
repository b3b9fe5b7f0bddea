import { createRoute, z } from '@hono/zod-openapi'
import { sql } from 'kysely'
import type { Store } from '../db/open.ts'
import type { Db } from '../db/tables.ts'
import { DomainError } from '../errors.ts'
import { PRIVATE } from '../http/private-answer.ts'
import { PROBLEM_TYPE, problemSchema } from '../http/problem.ts'
import { createRoutes, jsonAnswer } from '../http/route.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Clock } from '../ledger/times.ts'
import { mayReadMetrics } from './may-read-metrics.ts'
import { metricsNow, writeMetrics } from './metrics.ts'

const healthSchema = z.object({ status: z.literal('ok') }).meta({ id: 'Health' })

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
  description: 'For this machine itself, or with `Authorization: Bearer` and the token of METRICS_TOKEN.',
  responses: {
    200: { description: 'The metrics', content: { [METRICS_TYPE]: { schema: z.string() } } },
    403: { description: 'Not for this asker', content: { [PROBLEM_TYPE]: { schema: problemSchema } } },
  },
})

interface HealthDeps {
  store: Store
  ledger: Ledger
  clock: Clock
  metricsToken?: string | null
  /** How many live connections are open. */
  streams: () => number
}

/** Sessions whose last hour has not come. */
async function countSessions(db: Db, nowMs: number): Promise<number> {
  const { n } = await db
    .selectFrom('session')
    .where('expires_at', '>', new Date(nowMs).toISOString())
    .select(eb => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return n
}

export const healthRoutes = ({ store: { db }, ledger, clock, metricsToken = null, streams }: HealthDeps) =>
  createRoutes()
    .openapi(alive, c => c.json({ status: 'ok' as const }, 200, PRIVATE))
    .openapi(ready, async c => {
      try {
        await sql`select seq from record limit 1`.execute(db)
      } catch {
        throw new DomainError('notReady', '数据库没有响应。 / The store does not answer.')
      }
      return c.json({ status: 'ok' as const }, 200, PRIVATE)
    })
    .openapi(metrics, async c => {
      if (!mayReadMetrics(c.req.raw.headers, c.env, metricsToken)) {
        throw new DomainError(
          'forbidden',
          '指标只供本机或持令牌者读取。 / Metrics are for this machine or with their token.',
        )
      }
      const sessions = await countSessions(db, clock.now())
      const text = writeMetrics(metricsNow({ ...ledger.sizes, sessions, streams: streams() }))
      return c.text(text, 200, { ...PRIVATE, 'content-type': METRICS_TYPE })
    })
