import type { Villages } from '@lvliang/shared/villages/village.schema'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { apiGet } from './client.ts'

export const villageQueries = {
  /** The villages of a county that answer the words typed, best first. */
  search: (county: string, q: string, limit = 8) =>
    queryOptions({
      queryKey: ['villages', county, q, limit] as const,
      queryFn: ({ signal }) => apiGet<Villages>('/villages', { county, q, limit }, signal),
      enabled: q !== '',
      placeholderData: keepPreviousData,
      staleTime: Number.POSITIVE_INFINITY,
    }),
}
