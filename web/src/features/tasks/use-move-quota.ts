import type { MoveQuota, QuotaMoved } from '@lvliang/shared/quota/quota.schema'
import { useQueryClient } from '@tanstack/react-query'
import { apiSend } from '../../api/client.ts'
import { useCommand } from '../../components/form/use-command.ts'

/** A move that was made. */
export interface Moved extends MoveQuota {
  added: string[]
  /** It took an earlier one back. */
  isUndo?: boolean
}

/** Moves quota between counties; every number that divides by it is read anew. */
export function useMoveQuota(onMoved: (moved: Moved) => void) {
  const queries = useQueryClient()
  return useCommand(
    (move: MoveQuota) => apiSend<QuotaMoved>('POST', '/quota-moves', move),
    ({ added }, move) => {
      void queries.invalidateQueries({ predicate: ({ queryKey: [first] }) => first !== 'me' })
      onMoved({ ...move, added })
    },
  )
}
