import { QueryClient } from '@tanstack/react-query'
import { ApiError } from '../api/client.ts'

const mayPass = (error: Error) => !(error instanceof ApiError) || error.status === 0 || error.status >= 500

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: 30_000, retry: (count, error) => count < 2 && mayPass(error) },
    },
  })
}
