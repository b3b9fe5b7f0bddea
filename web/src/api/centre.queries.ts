import type { Centre, CentreDetail, CentrePage } from '@lvliang/shared/centres/centre.schema'
import { queryOptions } from '@tanstack/react-query'
import { type ApiParams, apiGet } from './client.ts'

const PAGE = 500

/** Every centre the filter lets through, page after page. */
async function everyCentre(params: ApiParams, signal: AbortSignal): Promise<Centre[]> {
  const items: Centre[] = []
  let cursor: string | undefined
  do {
    const page: CentrePage = await apiGet('/centres', { ...params, limit: PAGE, cursor }, signal)
    items.push(...page.items)
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  return items
}

export const centreQueries = {
  all: ['centres'] as const,
  every: (params: ApiParams) =>
    queryOptions({
      queryKey: [...centreQueries.all, 'every', params] as const,
      queryFn: ({ signal }) => everyCentre(params, signal),
      // Comparing thousands of centres field by field costs more than drawing them.
      structuralSharing: false,
    }),
  one: (code: string, params: ApiParams) =>
    queryOptions({
      queryKey: [...centreQueries.all, 'one', code, params] as const,
      queryFn: ({ signal }) => apiGet<CentreDetail>(`/centres/${encodeURIComponent(code)}`, params, signal),
    }),
}
