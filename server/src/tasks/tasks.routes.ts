import { createRoute } from '@hono/zod-openapi'
import { taskListSchema } from '@lvliang/shared/tasks/task.schema'
import { BAD_REQUEST, createRoutes, jsonAnswer, NO_QUERY, NOT_MODIFIED } from '../http/route.ts'
import type { Reader } from '../reader.ts'
import { type TaskMatter, tasksOf } from './tasks-of.ts'

const list = createRoute({
  method: 'get',
  path: '/tasks',
  operationId: 'listTasks',
  tags: ['tasks'],
  summary: 'What this account has to do (待办), the most urgent first',
  request: { query: NO_QUERY },
  responses: {
    ...jsonAnswer(taskListSchema, 'The tasks, centres with the same task together'),
    ...NOT_MODIFIED,
    ...BAD_REQUEST,
  },
})

export const tasksRoutes = (reader: Reader, matter: TaskMatter) =>
  createRoutes().openapi(list, c => reader.answers.ownJson(c, () => tasksOf(reader, c.env.viewer, matter)))
