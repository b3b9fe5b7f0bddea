import { createRoute, z } from '@hono/zod-openapi'
import { countySheetSchema } from '@lvliang/shared/centres/act.schema'
import { whenQuerySchema } from '@lvliang/shared/centres/filter.schema'
import { DomainError } from '../errors.ts'
import { BAD_REQUEST, createRoutes, jsonAnswer, NOT_FOUND, NOT_MODIFIED } from '../http/route.ts'
import { resolveMoment } from '../ledger/times.ts'
import type { Reader } from '../reader.ts'
import type { CentreActs } from './acts.service.ts'

const county = createRoute({
  method: 'get',
  path: '/counties/{code}',
  operationId: 'getCounty',
  tags: ['counties'],
  summary: "A county's centres with all that its workbench shows and takes",
  request: { params: z.object({ code: z.string().max(6) }), query: whenQuerySchema.strict() },
  responses: { ...jsonAnswer(countySheetSchema, 'The county'), ...NOT_MODIFIED, ...BAD_REQUEST, ...NOT_FOUND },
})

export const countyUnknown = (code: string) =>
  new DomainError('countyUnknown', `没有代码为 ${code} 的县（市、区）。 / There is no county ${code}.`)

export const countiesRoutes = ({ ledger, evidence, times, answers }: Reader, acts: CentreActs) =>
  createRoutes().openapi(county, c => {
    const { code } = c.req.valid('param')
    if (!ledger.programme.plan.counties.some(each => each.code === code)) throw countyUnknown(code)
    const when = c.req.valid('query')
    return answers.json(c, () => ({
      county: code,
      ...acts.sheetsOf(c.env, code, when),
      documents: evidence.documentsOf(code, resolveMoment(times, when).knownAt),
    }))
  })
