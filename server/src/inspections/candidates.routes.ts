import { createRoute } from '@hono/zod-openapi'
import { candidateListSchema } from '@lvliang/shared/inspections/candidate.schema'
import { candidateQuerySchema } from '@lvliang/shared/inspections/candidate-query.schema'
import type { AnswerCache } from '../http/answer-cache.ts'
import { BAD_REQUEST, createRoutes, jsonAnswer, NOT_MODIFIED } from '../http/route.ts'
import { Candidates, type CandidatesDeps } from './candidates.ts'

const list = createRoute({
  method: 'get',
  path: '/inspections/candidates',
  operationId: 'listCandidates',
  tags: ['inspections'],
  summary: 'Centres as candidates for the next visits (待查), what speaks for each in parts',
  request: { query: candidateQuerySchema },
  responses: { ...jsonAnswer(candidateListSchema, 'All that the filters leave'), ...NOT_MODIFIED, ...BAD_REQUEST },
})

/** Kept for nobody else: it tells of visits still to be unannounced, and where the asker may not go. */
export const candidatesRoutes = (answers: AnswerCache, deps: CandidatesDeps) => {
  const candidates = new Candidates(deps)
  return createRoutes().openapi(list, c =>
    answers.ownJson(c, () => candidates.list(c.req.valid('query'), c.env.viewer)),
  )
}
