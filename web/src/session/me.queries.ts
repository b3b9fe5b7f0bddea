import type { Me, SignInOptions } from '@lvliang/shared/accounts/account.schema'
import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { ApiError, apiGet } from '../api/client.ts'

export const meQueries = {
  /** Seeded before the first render, with null where nobody is signed in. */
  current: () =>
    queryOptions<Me | null>({
      queryKey: ['me'],
      queryFn: ({ signal }) => apiGet<Me>('/me', {}, signal),
      staleTime: Number.POSITIVE_INFINITY,
      // Signed in as somebody else in another window, this one has to know.
      refetchOnWindowFocus: ({ state }) => (state.data ? 'always' : false),
    }),
  signInOptions: () =>
    queryOptions({
      queryKey: ['sign-in-options'] as const,
      queryFn: ({ signal }) => apiGet<SignInOptions>('/auth/options', {}, signal),
      staleTime: Number.POSITIVE_INFINITY,
    }),
}

/** Who is signed in, where the page did not bring it along. */
export async function readMe(): Promise<Me | null> {
  try {
    return await apiGet<Me>('/me')
  } catch (error) {
    if (error instanceof ApiError && error.code === 'signInRequired') return null
    throw error
  }
}

/** Begins a session on this page: nothing read before it is kept, because another may read something else. */
export function beginSession(queries: QueryClient, me: Me): void {
  queries.removeQueries({ type: 'inactive', predicate: ({ queryKey }) => queryKey[0] !== 'me' })
  queries.setQueryData(meQueries.current().queryKey, me)
}

/** Goes on with other rights: everything on the page is read anew under them. */
export async function changeRights(queries: QueryClient, me: Me): Promise<void> {
  const others = { predicate: ({ queryKey }: { queryKey: readonly unknown[] }) => queryKey[0] !== 'me' }
  queries.setQueryData(meQueries.current().queryKey, me)
  queries.removeQueries({ ...others, type: 'inactive' })
  await queries.invalidateQueries(others)
}
