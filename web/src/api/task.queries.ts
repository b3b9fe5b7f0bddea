import type { TaskList } from '@lvliang/shared/tasks/task.schema'
import { queryOptions } from '@tanstack/react-query'
import { apiGet } from './client.ts'

export const taskQueries = {
  all: ['tasks'] as const,
  own: () =>
    queryOptions({
      queryKey: taskQueries.all,
      queryFn: ({ signal }) => apiGet<TaskList>('/tasks', {}, signal),
    }),
}
