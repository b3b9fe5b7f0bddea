import { createRoute, z } from '@hono/zod-openapi'
import {
  cancelVisitSchema,
  planVisitSchema,
  recordVisitSchema,
  visitDetailSchema,
  visitListQuerySchema,
  visitPageSchema,
} from '@lvliang/shared/inspections/visit.schema'
import { jsonBodyOf } from '../http/json-body.ts'
import { PRIVATE } from '../http/private-answer.ts'
import {
  BAD_REQUEST,
  createRoutes,
  jsonAnswer,
  NO_QUERY,
  NOT_FOUND,
  NOT_MODIFIED,
  RULE_BROKEN,
  refused,
  takingJson,
} from '../http/route.ts'
import { resolveMoment } from '../ledger/times.ts'
import type { Reader } from '../reader.ts'
import { listVisits } from './list-visits.ts'
import { visitUnknown } from './visit-refusals.ts'
import type { VisitDone, Visits } from './visits.service.ts'

/** Every item of the checklist with a note and photos, and as many findings. */
const LARGEST_VISIT = 256 * 1024

const tags = ['inspections']
const params = z.object({ id: z.uuid() })
const done = (what: string) => ({
  ...jsonAnswer(visitDetailSchema, 'Done before by the same act'),
  201: { ...jsonAnswer(visitDetailSchema, what)[200] },
  ...BAD_REQUEST,
  403: refused('Not for this account'),
  ...NOT_FOUND,
  409: refused('The same id with other content'),
  ...RULE_BROKEN,
})

const plan = createRoute({
  method: 'post',
  path: '/visits',
  operationId: 'planVisit',
  tags,
  summary: 'Plan a visit',
  description: '`id` is made by the sender: sent again, it is the same act.',
  ...takingJson(planVisitSchema),
  responses: done('Planned'),
})

const cancel = createRoute({
  method: 'post',
  path: '/visits/{id}/cancellation',
  operationId: 'cancelVisit',
  tags,
  summary: 'Call off a visit to come: its planner, one of its inspectors, or the city office',
  ...takingJson(cancelVisitSchema),
  request: { params, ...takingJson(cancelVisitSchema).request },
  responses: done('Called off'),
})

const record = createRoute({
  method: 'post',
  path: '/visits/{id}/record',
  operationId: 'recordVisit',
  tags,
  summary: 'Record a whole visit, planned or not, with the stage it verified and what it found',
  description:
    'One act: all of it is entered or nothing. The id is made by the sender: sent again, it is the same act.',
  middleware: jsonBodyOf(LARGEST_VISIT),
  request: { params, ...takingJson(recordVisitSchema).request },
  responses: { ...done('Recorded'), 413: refused(`Larger than ${LARGEST_VISIT / 1024} kB`) },
})

const list = createRoute({
  method: 'get',
  path: '/visits',
  operationId: 'listVisits',
  tags,
  summary: 'Visits made and to come, a page at a time; no county sees one that is to surprise it before it was made',
  request: { query: visitListQuerySchema },
  responses: { ...jsonAnswer(visitPageSchema, 'A page of visits'), ...NOT_MODIFIED, ...BAD_REQUEST },
})

const get = createRoute({
  method: 'get',
  path: '/visits/{id}',
  operationId: 'getVisit',
  tags,
  summary: 'One visit: what was seen, verified and found',
  request: { params, query: NO_QUERY },
  responses: { ...jsonAnswer(visitDetailSchema, 'The visit'), ...NOT_MODIFIED, ...BAD_REQUEST, ...NOT_FOUND },
})

const answered = ({ isNew, visit }: VisitDone) => [visit, isNew ? 201 : 200, PRIVATE] as const

export const visitsRoutes = (reader: Reader, visits: Visits) =>
  createRoutes()
    .openapi(plan, async c => c.json(...answered(await visits.plan(c.env, c.req.valid('json')))))
    .openapi(cancel, async c => {
      const { id } = c.req.valid('param')
      return c.json(...answered(await visits.cancel(c.env, id, c.req.valid('json'))))
    })
    .openapi(record, async c => {
      const { id } = c.req.valid('param')
      return c.json(...answered(await visits.record(c.env, id, c.req.valid('json'))))
    })
    .openapi(list, c => reader.answers.ownJson(c, () => listVisits(reader, c.env.viewer, c.req.valid('query'))))
    .openapi(get, c =>
      reader.answers.ownJson(c, () => {
        const { id } = c.req.valid('param')
        const visit = reader.visits.detail(id, resolveMoment(reader.times, {}), c.env.viewer)
        if (!visit) throw visitUnknown()
        return visit
      }),
    )
