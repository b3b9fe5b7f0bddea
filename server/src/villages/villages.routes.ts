import { createRoute } from '@hono/zod-openapi'
import { type Village, villagesQuerySchema, villagesSchema } from '@lvliang/shared/villages/village.schema'
import { BAD_REQUEST, createRoutes, jsonAnswer, NOT_MODIFIED } from '../http/route.ts'
import type { Reader } from '../reader.ts'
import { readVillages } from './read-villages.ts'
import { searchVillages } from './search-villages.ts'

const search = createRoute({
  method: 'get',
  path: '/villages',
  operationId: 'searchVillages',
  tags: ['villages'],
  summary: 'Village committees of 2018 by name, town, code or pinyin initials',
  request: { query: villagesQuerySchema.strict() },
  responses: { ...jsonAnswer(villagesSchema, 'The villages found, best first'), ...NOT_MODIFIED, ...BAD_REQUEST },
})

export function villagesRoutes({ answers }: Reader) {
  let villages: readonly Village[] | undefined
  return createRoutes().openapi(search, c =>
    answers.json(c, () => {
      villages ??= readVillages()
      return searchVillages(villages, c.req.valid('query'))
    }),
  )
}
