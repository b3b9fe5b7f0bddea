import { createRoute, z } from '@hono/zod-openapi'
import { type Me, meSchema } from '@lvliang/shared/accounts/account.schema'
import { meOf } from '../access/me.ts'
import { PRIVATE } from '../http/private-answer.ts'
import { BAD_REQUEST, createRoutes, jsonAnswer } from '../http/route.ts'
import type { Accounts } from './accounts.ts'

const tags = ['accounts']

const getMe = createRoute({
  method: 'get',
  path: '/me',
  operationId: 'getMe',
  tags,
  summary: 'Who is asking, and what they may do',
  request: { query: z.strictObject({}) },
  responses: { ...jsonAnswer(meSchema, 'Who is asking'), ...BAD_REQUEST },
})

export const meRoutes = (_accounts: Accounts) =>
  createRoutes().openapi(getMe, c => c.json(meOf(c.env.viewer) as Me, 200, PRIVATE))
