import type { CentrePage } from '@lvliang/shared/centres/centre.schema'
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query'
import { centreQueries } from '../../api/centre.queries.ts'
import { type ApiParams, apiGet } from '../../api/client.ts'

const PAGE = 100

/** The list page by page: the next one is fetched when the reader comes near its end. */
export const centreListQuery = (params: ApiParams) =>
  infiniteQueryOptions({
    queryKey: [...centreQueries.all, 'list', params] as const,
    queryFn: ({ pageParam, signal }) =>
      apiGet<CentrePage>('/centres', { ...params, limit: PAGE, cursor: pageParam ?? undefined }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: page => page.nextCursor,
    placeholderData: keepPreviousData,
  })
