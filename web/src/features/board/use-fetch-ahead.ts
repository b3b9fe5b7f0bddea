import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { boardQueries } from '../../api/board.queries.ts'
import { centreQueries } from '../../api/centre.queries.ts'
import { filterParams } from '../../filters/filter-search.ts'
import type { BoardSearch } from './use-board-search.ts'

/** Fetches a day before it is asked for, once the time control has been used at all. */
export function useFetchAhead(search: BoardSearch): (day: string) => void {
  const client = useQueryClient()
  return useCallback(
    (day: string) => {
      if (!search.asOf) return
      const params = { ...filterParams(search), asOf: day }
      void client.prefetchQuery({ ...boardQueries.summary(params), retry: false })
      void client.prefetchQuery({ ...centreQueries.every(params), retry: false })
    },
    [client, search],
  )
}
