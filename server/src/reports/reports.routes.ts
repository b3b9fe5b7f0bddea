import { createRoute, z } from '@hono/zod-openapi'
import { whenQuerySchema } from '@lvliang/shared/centres/filter.schema'
import {
  monthlyReportSchema,
  periodSchema,
  reportingStatusSchema,
  returnMonthSchema,
  signMonthSchema,
} from '@lvliang/shared/reports/report.schema'
import { jsonBody } from '../http/json-body.ts'
import { PRIVATE } from '../http/private-answer.ts'
import {
  BAD_REQUEST,
  createRoutes,
  jsonAnswer,
  NOT_FOUND,
  NOT_MODIFIED,
  RULE_BROKEN,
  refused,
  takingJson,
} from '../http/route.ts'
import type { Reader } from '../reader.ts'
import { monthlyReportAnswer } from './monthly-report.ts'
import { reportingStatusAnswer } from './reporting-status.ts'
import type { MonthlyReports } from './reports.service.ts'

const DONE = {
  ...jsonAnswer(monthlyReportSchema, 'Done before by the same act'),
  201: { ...jsonAnswer(monthlyReportSchema, 'Done; the month as it stands now')[200] },
  ...BAD_REQUEST,
  403: refused('Not for this account'),
  409: refused('The same id with other content'),
  ...RULE_BROKEN,
}

const sign = createRoute({
  method: 'post',
  path: '/monthly-reports',
  operationId: 'signMonth',
  tags: ['reports'],
  summary: "Sign a month: the county's signature over its centres as known now of the month's last day",
  description: 'Once a month, after it is over; again only after it was sent back. `id` is made by the sender.',
  ...takingJson(signMonthSchema),
  responses: DONE,
})

const sendBack = createRoute({
  method: 'post',
  path: '/monthly-reports/{id}/return',
  operationId: 'returnMonth',
  tags: ['reports'],
  summary: 'Send a signed month back, with a reason; the county signs it again',
  middleware: jsonBody,
  request: { params: z.object({ id: z.uuid() }), ...takingJson(returnMonthSchema).request },
  responses: { ...DONE, ...NOT_FOUND },
})

const report = createRoute({
  method: 'get',
  path: '/counties/{code}/monthly-reports/{period}',
  operationId: 'getMonthlyReport',
  tags: ['reports'],
  summary: "A county's month as it was signed, or would be signed now, and what changed since",
  request: { params: z.object({ code: z.string().max(6), period: periodSchema }), query: whenQuerySchema.strict() },
  responses: { ...jsonAnswer(monthlyReportSchema, 'The month'), ...NOT_MODIFIED, ...BAD_REQUEST, ...NOT_FOUND },
})

const status = createRoute({
  method: 'get',
  path: '/reporting-status',
  operationId: 'getReportingStatus',
  tags: ['reports'],
  summary: 'Which county has signed which month, on time or late, and when each last filed anything',
  request: { query: whenQuerySchema.extend({ period: periodSchema.optional() }).strict() },
  responses: { ...jsonAnswer(reportingStatusSchema, 'Counties by months'), ...NOT_MODIFIED, ...BAD_REQUEST },
})

export const reportsRoutes = (reader: Reader, reports: MonthlyReports) =>
  createRoutes()
    .openapi(status, c => reader.answers.json(c, () => reportingStatusAnswer(reader, c.req.valid('query'))))
    .openapi(report, c => {
      const { code, period } = c.req.valid('param')
      return reader.answers.json(c, () => monthlyReportAnswer(reader, code, period, c.req.valid('query')))
    })
    .openapi(sign, async c => {
      const asked = c.req.valid('json')
      await c.env.permit?.('signMonth', asked.county)
      const { isNew, report: month } = await reports.sign(c.env, asked)
      return c.json(month, isNew ? 201 : 200, PRIVATE)
    })
    .openapi(sendBack, async c => {
      const { isNew, report: month } = await reports.return(c.env, c.req.valid('param').id, c.req.valid('json'))
      return c.json(month, isNew ? 201 : 200, PRIVATE)
    })
