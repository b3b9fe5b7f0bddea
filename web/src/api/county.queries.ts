import type { ActDone, CountySheet } from '@lvliang/shared/centres/act.schema'
import type { CentreSheet } from '@lvliang/shared/centres/centre.schema'
import { queryOptions } from '@tanstack/react-query'
import { apiGet, apiSend } from './client.ts'

export const countyQueries = {
  all: ['county'] as const,
  sheet: (code: string) =>
    queryOptions({
      queryKey: [...countyQueries.all, code] as const,
      queryFn: ({ signal }) => apiGet<CountySheet>(`/counties/${encodeURIComponent(code)}`, {}, signal),
    }),
}

/** What is done to one centre, by the path of the act below it. */
export type ActPath =
  | ''
  | '/stage-records'
  | '/stage-withdrawals'
  | '/stage-reversals'
  | '/suspensions'
  | '/suspensions/end'
  | '/relocations'
  | '/relocations/agreement'
  | '/delay-requests'
  | '/delays'
  | '/declined-requests'

/** Does something to a centre as it stood at its version. */
export const actOnCentre = ({ code, version }: Pick<CentreSheet, 'code' | 'version'>, path: ActPath, body: object) =>
  apiSend<ActDone>(path === '' ? 'PATCH' : 'POST', `/centres/${encodeURIComponent(code)}${path}`, body, {
    ifMatch: version,
  })
