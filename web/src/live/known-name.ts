import type { Centre } from '@lvliang/shared/centres/centre.schema'
import type { QueryClient } from '@tanstack/react-query'
import { centreQueries } from '../api/centre.queries.ts'

/** The name of a centre, where something on the page has read it. */
export function knownName(queries: QueryClient, code: string): string | undefined {
  for (const [key, data] of queries.getQueriesData<unknown>({ queryKey: centreQueries.all })) {
    if (data === undefined) continue
    const found =
      key[1] === 'every'
        ? (data as Centre[]).find(centre => centre.code === code)
        : key[1] === 'one' && key[2] === code
          ? (data as Centre)
          : undefined
    if (found) return found.name
  }
  return undefined
}
