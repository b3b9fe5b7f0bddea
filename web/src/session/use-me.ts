import type { OperationId } from '@lvliang/shared/accounts/access'
import type { Me } from '@lvliang/shared/accounts/account.schema'
import { useQuery } from '@tanstack/react-query'
import { meQueries } from './me.queries.ts'

/** Who is signed in; null: nobody; undefined: not known yet. */
export function useSession(): Me | null | undefined {
  return useQuery(meQueries.current()).data
}

/** Who is signed in, on the pages that are shown to nobody else. */
export function useMe(): Me {
  const me = useSession()
  if (!me) throw new Error('shown without a session')
  return me
}

/** Whether an operation is open to the one who is signed in. */
export function useMay(operation: OperationId): boolean {
  return useSession()?.may.includes(operation) ?? false
}
