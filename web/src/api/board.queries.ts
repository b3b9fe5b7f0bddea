import type { Changes, ProgressCurve, Summary } from '@lvliang/shared/board/summary.schema'
import { queryOptions } from '@tanstack/react-query'
import { type ApiParams, apiGet } from './client.ts'

export const boardQueries = {
  summary: (params: ApiParams) =>
    queryOptions({
      queryKey: ['summary', params] as const,
      queryFn: ({ signal }) => apiGet<Summary>('/summary', params, signal),
    }),
  changes: (params: ApiParams) =>
    queryOptions({
      queryKey: ['changes', params] as const,
      queryFn: ({ signal }) => apiGet<Changes>('/changes', params, signal),
    }),
  curve: (params: ApiParams) =>
    queryOptions({
      queryKey: ['progress-curve', params] as const,
      queryFn: ({ signal }) => apiGet<ProgressCurve>('/progress-curve', params, signal),
    }),
}
