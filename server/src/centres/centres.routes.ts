import { createRoute, z } from '@hono/zod-openapi'
import { BASES, centreDetailSchema, centrePageSchema } from '@lvliang/shared/centres/centre.schema'
import { centreListQuerySchema, whenQuerySchema } from '@lvliang/shared/centres/filter.schema'
import { seenByOne, seesPhones } from '../access/viewer.ts'
import { DomainError } from '../errors.ts'
import { BAD_REQUEST, createRoutes, jsonAnswer, NOT_FOUND, NOT_MODIFIED } from '../http/route.ts'
import { resolveMoment } from '../ledger/times.ts'
import type { Reader } from '../reader.ts'
import { centreDetail } from './centre-detail.ts'
import { listCentres } from './list-centres.ts'

const list = createRoute({
  method: 'get',
  path: '/centres',
  operationId: 'listCentres',
  tags: ['centres'],
  summary: 'The slots of the quota that a filter leaves, a page at a time',
  request: { query: centreListQuerySchema.strict() },
  responses: { ...jsonAnswer(centrePageSchema, 'A page of centres'), ...NOT_MODIFIED, ...BAD_REQUEST },
})

const detail = createRoute({
  method: 'get',
  path: '/centres/{code}',
  operationId: 'getCentre',
  tags: ['centres'],
  summary: 'One centre: stages, people, fund lines, overlays and the whole history',
  request: {
    params: z.object({ code: z.string().max(40) }),
    query: whenQuerySchema.extend({ basis: z.enum(BASES).optional() }).strict(),
  },
  responses: {
    ...jsonAnswer(centreDetailSchema, 'The centre at that moment'),
    ...NOT_MODIFIED,
    ...BAD_REQUEST,
    ...NOT_FOUND,
  },
})

export const centresRoutes = (reader: Reader) =>
  createRoutes()
    .openapi(list, c => reader.answers.json(c, () => listCentres(reader, c.req.valid('query'))))
    .openapi(detail, c => {
      const { code } = c.req.valid('param')
      const query = c.req.valid('query')
      const { viewer } = c.env
      const make = () => {
        const moment = resolveMoment(reader.times, query)
        const centre = centreDetail(reader, {
          code,
          moment,
          basis: query.basis ?? 'reported',
          viewer,
          seesPhones: county => seesPhones(viewer, county),
        })
        if (centre) return centre
        throw new DomainError('centreUnknown', `没有编号为 ${code} 的项目。 / There is no centre ${code}.`)
      }
      return reader.answers.json(c, make, seenByOne(viewer))
    })
