import type {
  Account,
  AccountsPage,
  ChangeAccount,
  CreateAccount,
  CreatedAccount,
  MadeLink,
  MadeWallLink,
  WallLink,
} from '@lvliang/shared/accounts/account.schema'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { type ApiParams, apiGet, apiSend } from './client.ts'

const PAGE = 100
const at = (id: string) => `/accounts/${encodeURIComponent(id)}`

export const accountQueries = {
  all: ['accounts'] as const,
  /** Page by page: the next is fetched when the reader comes near the end. */
  list: (params: ApiParams) =>
    infiniteQueryOptions({
      queryKey: [...accountQueries.all, 'list', params] as const,
      queryFn: ({ pageParam, signal }) =>
        apiGet<AccountsPage>('/accounts', { ...params, limit: PAGE, cursor: pageParam ?? undefined }, signal),
      initialPageParam: null as string | null,
      getNextPageParam: page => page.nextCursor,
      placeholderData: keepPreviousData,
    }),
}

export const createAccount = (account: CreateAccount) => apiSend<CreatedAccount>('POST', '/accounts', account)
export const changeAccount = ({ id, version }: Pick<Account, 'id' | 'version'>, change: ChangeAccount) =>
  apiSend<Account>('PATCH', at(id), change, { ifMatch: version })
export const makeSetUpLink = (id: string) => apiSend<MadeLink>('POST', `${at(id)}/set-up-links`)
export const resetSecondFactor = (id: string) => apiSend('POST', `${at(id)}/second-factor-reset`)

export const wallLinkQueries = {
  all: ['wall-links'] as const,
  list: () =>
    queryOptions({
      queryKey: wallLinkQueries.all,
      queryFn: ({ signal }) => apiGet<{ items: WallLink[] }>('/wall-links', {}, signal),
    }),
}

export const makeWallLink = (link: { id: string; label: string }) => apiSend<MadeWallLink>('POST', '/wall-links', link)
export const revokeWallLink = (id: string) => apiSend('DELETE', `/wall-links/${encodeURIComponent(id)}`)
