import { createRoute } from '@hono/zod-openapi'
import { planSchema } from '@lvliang/shared/plan/plan.schema'
import { BAD_REQUEST, createRoutes, jsonAnswer, NO_QUERY, NOT_MODIFIED } from '../http/route.ts'
import type { Reader } from '../reader.ts'
import { planAnswer } from './plan-answer.ts'

const getPlan = createRoute({
  method: 'get',
  path: '/plan',
  operationId: 'getPlan',
  tags: ['plan'],
  summary: 'The plan: target, stages, milestones with their due days, money and counties',
  request: { query: NO_QUERY },
  responses: { ...jsonAnswer(planSchema, 'The plan in force'), ...NOT_MODIFIED, ...BAD_REQUEST },
})

export const planRoutes = (reader: Reader) =>
  createRoutes().openapi(getPlan, c => reader.answers.json(c, () => planAnswer(reader)))
