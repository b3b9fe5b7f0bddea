import type { Account, AccountsPage } from '@lvliang/shared/accounts/account.schema'
import { type InfiniteData, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { accountQueries } from '../../api/account.queries.ts'

const replaced = (data: InfiniteData<AccountsPage>, account: Account): InfiniteData<AccountsPage> => ({
  ...data,
  pages: data.pages.map(page => ({
    ...page,
    items: page.items.map(item => (item.id === account.id ? account : item)),
  })),
})

/** Puts a changed account into the lists where it stands, without reading hundreds of pages anew. */
export function useAccountCache() {
  const queries = useQueryClient()
  return useCallback(
    (account: Account) => {
      queries.setQueriesData<InfiniteData<AccountsPage>>({ queryKey: [...accountQueries.all, 'list'] }, data =>
        data ? replaced(data, account) : data,
      )
      return queries.invalidateQueries({ queryKey: accountQueries.all, refetchType: 'none' })
    },
    [queries],
  )
}
