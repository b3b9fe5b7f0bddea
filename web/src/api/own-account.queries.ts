import type { SecondFactor, Session } from '@lvliang/shared/accounts/account.schema'
import { queryOptions } from '@tanstack/react-query'
import { apiGet, apiSend } from './client.ts'

export const sessionQueries = {
  all: ['sessions'] as const,
  own: () =>
    queryOptions({
      queryKey: sessionQueries.all,
      queryFn: ({ signal }) => apiGet<{ items: Session[] }>('/me/sessions', {}, signal),
      staleTime: 0,
    }),
}

export const changePassword = (body: { currentPassword: string; newPassword: string }) =>
  apiSend('POST', '/me/password', body)
export const beginSecondFactor = (password: string) => apiSend<SecondFactor>('POST', '/me/second-factor', { password })
export const confirmSecondFactor = (code: string) => apiSend('POST', '/me/second-factor/confirmation', { code })
export const removeSecondFactor = (password: string) => apiSend('POST', '/me/second-factor/removal', { password })
export const endSession = (id: string) => apiSend('DELETE', `/me/sessions/${encodeURIComponent(id)}`)
