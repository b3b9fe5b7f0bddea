import type { Me } from '@lvliang/shared/accounts/account.schema'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { apiSend } from '../api/client.ts'
import { changeRights } from './me.queries.ts'

/** Looks through a county's eyes; null: through one's own again. */
export function useViewAs(onDone?: () => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (county: string | null) => apiSend<Me>('PUT', '/me/view-as', { county }),
    onSuccess: me => {
      onDone?.()
      return changeRights(queries, me)
    },
  })
}
