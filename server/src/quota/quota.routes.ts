import { createRoute } from '@hono/zod-openapi'
import { moveQuotaSchema, quotaMovedSchema } from '@lvliang/shared/quota/quota.schema'
import { PRIVATE } from '../http/private-answer.ts'
import { BAD_REQUEST, createRoutes, jsonAnswer, RULE_BROKEN, refused, takingJson } from '../http/route.ts'
import type { QuotaMoves } from './quota.service.ts'

const move = createRoute({
  method: 'post',
  path: '/quota-moves',
  operationId: 'moveQuota',
  tags: ['plan'],
  summary: 'Move quota that lies idle from one county to another',
  ...takingJson(moveQuotaSchema),
  responses: {
    ...jsonAnswer(quotaMovedSchema, 'Moved before by the same act'),
    201: { ...jsonAnswer(quotaMovedSchema, 'Moved: the slots that went and those that came')[200] },
    ...BAD_REQUEST,
    403: refused('Not for this account'),
    409: refused('The same id with other content'),
    ...RULE_BROKEN,
  },
})

export const quotaRoutes = (moves: QuotaMoves) =>
  createRoutes().openapi(move, async c => {
    const { isNew, ...moved } = await moves.move(c.env, c.req.valid('json'))
    return c.json(moved, isNew ? 201 : 200, PRIVATE)
  })
