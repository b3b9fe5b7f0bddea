import { createRoute } from '@hono/zod-openapi'
import type { YearCalendar } from '@lvliang/shared/dates/workdays'
import {
  type Checklist,
  type ChecklistInForce,
  checklistInForceSchema,
} from '@lvliang/shared/inspections/checklist.schema'
import { type InspectorList, inspectorListSchema } from '@lvliang/shared/inspections/visit.schema'
import type { AnswerCache } from '../http/answer-cache.ts'
import { PRIVATE } from '../http/private-answer.ts'
import { BAD_REQUEST, createRoutes, jsonAnswer, NO_QUERY, NOT_MODIFIED } from '../http/route.ts'

const checklist = createRoute({
  method: 'get',
  path: '/checklist',
  operationId: 'getChecklist',
  tags: ['inspections'],
  summary: 'What is looked at on a visit, and the settings of inspection',
  request: { query: NO_QUERY },
  responses: { ...jsonAnswer(checklistInForceSchema, 'The checklist in force'), ...NOT_MODIFIED, ...BAD_REQUEST },
})

const inspectors = createRoute({
  method: 'get',
  path: '/inspectors',
  operationId: 'listInspectors',
  tags: ['inspections'],
  summary: 'Whom a visit may name, and where each is at home',
  request: { query: NO_QUERY },
  responses: { ...jsonAnswer(inspectorListSchema, 'Inspectors, then the city office'), ...BAD_REQUEST },
})

export interface ChecklistDeps {
  answers: AnswerCache
  checklist: Checklist
  calendars: readonly YearCalendar[]
  inspectors(): Promise<InspectorList['items']>
}

const inForce = ({ checklist, calendars }: ChecklistDeps): ChecklistInForce => ({
  ...checklist,
  calendars: calendars.map(({ year, off, work }) => ({ year, off: [...off], work: [...work] })),
})

export const checklistRoutes = (deps: ChecklistDeps) =>
  createRoutes()
    .openapi(checklist, c => deps.answers.json(c, (): ChecklistInForce => inForce(deps)))
    .openapi(inspectors, async c => c.json({ items: await deps.inspectors() }, 200, PRIVATE))
