import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { queryOptions } from '@tanstack/react-query'
import { apiGet } from './client.ts'

export const planQueries = {
  all: ['plan'] as const,
  current: () =>
    queryOptions({
      queryKey: planQueries.all,
      queryFn: ({ signal }) => apiGet<Plan>('/plan', {}, signal),
      staleTime: 5 * 60_000,
    }),
}
