import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { boardQueries } from '../../api/board.queries.ts'
import { filterParams } from '../../filters/filter-search.ts'

export function BoardPage() {
  const search = useSearch({ from: '/' })
  const summary = useQuery(boardQueries.summary(filterParams(search)))
  return <h1>{summary.data?.target}</h1>
}
