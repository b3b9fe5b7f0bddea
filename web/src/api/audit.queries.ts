import type { AuditAnchor, AuditPage, AuditVerification } from '@lvliang/shared/audit/audit.schema'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { type ApiParams, apiGet } from './client.ts'

export const AUDIT_PAGE = 100

export const auditQueries = {
  all: ['audit'] as const,
  list: (params: ApiParams) =>
    infiniteQueryOptions({
      queryKey: [...auditQueries.all, 'list', params] as const,
      queryFn: ({ pageParam, signal }) =>
        apiGet<AuditPage>('/audit', { ...params, limit: AUDIT_PAGE, cursor: pageParam ?? undefined }, signal),
      initialPageParam: null as string | null,
      getNextPageParam: page => page.nextCursor,
      placeholderData: keepPreviousData,
    }),
  anchor: () =>
    queryOptions({
      queryKey: [...auditQueries.all, 'anchor'] as const,
      queryFn: ({ signal }) => apiGet<AuditAnchor>('/audit/anchor', {}, signal),
    }),
}

/** Recomputes the chain; with an anchor kept elsewhere, compares that entry, too. */
export const verifyAudit = (anchor: { seq: number; hash: string } | null) =>
  apiGet<AuditVerification>('/audit/verification', anchor ?? {})
