import type { MonthlyReport, ReportingStatus, SignMonth } from '@lvliang/shared/reports/report.schema'
import { queryOptions } from '@tanstack/react-query'
import { type ApiParams, apiGet, apiSend } from './client.ts'

export const reportQueries = {
  all: ['reports'] as const,
  status: (params: ApiParams) =>
    queryOptions({
      queryKey: [...reportQueries.all, 'status', params] as const,
      queryFn: ({ signal }) => apiGet<ReportingStatus>('/reporting-status', params, signal),
    }),
  month: (county: string, period: string, params: ApiParams) =>
    queryOptions({
      queryKey: [...reportQueries.all, 'month', county, period, params] as const,
      queryFn: ({ signal }) =>
        apiGet<MonthlyReport>(
          `/counties/${encodeURIComponent(county)}/monthly-reports/${encodeURIComponent(period)}`,
          params,
          signal,
        ),
    }),
}

export const signMonth = (asked: SignMonth) => apiSend<MonthlyReport>('POST', '/monthly-reports', asked)

export const returnMonth = (signature: string, asked: { id: string; reason: string }) =>
  apiSend<MonthlyReport>('POST', `/monthly-reports/${encodeURIComponent(signature)}/return`, asked)
