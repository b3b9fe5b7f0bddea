import { addDays } from '@lvliang/shared/dates/calendar-date'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { boardQueries } from '../../api/board.queries.ts'
import { centreQueries } from '../../api/centre.queries.ts'
import { filterParams } from '../../filters/filter-search.ts'
import type { BoardSearch } from './use-board-search.ts'

/** Once the time control has been used, fetches the next day before it is asked for, up to the last day there is. */
export function useAhead(search: BoardSearch, asOf: string | undefined, latestDay: string | undefined): void {
  const client = useQueryClient()
  useEffect(() => {
    if (!search.asOf || !asOf || !latestDay || asOf >= latestDay) return
    const params = { ...filterParams(search), asOf: addDays(asOf, 1) }
    void client.prefetchQuery({ ...boardQueries.summary(params), retry: false })
    void client.prefetchQuery({ ...centreQueries.every(params), retry: false })
  }, [client, search, asOf, latestDay])
}
