import type { Me } from '@lvliang/shared/accounts/account.schema'
import { queryOptions } from '@tanstack/react-query'
import { ApiError, apiGet } from '../api/client.ts'

/** Who is signed in; null: nobody. */
async function readMe(signal: AbortSignal): Promise<Me | null> {
  try {
    return await apiGet<Me>('/me', {}, signal)
  } catch (error) {
    if (error instanceof ApiError && error.code === 'signInRequired') return null
    throw error
  }
}

export const meQueries = {
  current: () =>
    queryOptions({
      queryKey: ['me'] as const,
      queryFn: ({ signal }) => readMe(signal),
      staleTime: Number.POSITIVE_INFINITY,
    }),
}
