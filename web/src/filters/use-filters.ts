import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { FilterSearch } from './filter-search.ts'

export interface Filters extends FilterSearch {
  asOf?: string
}

/** The filters in this page's address, and how to change them without losing the rest of it. */
export function useFilters() {
  const search: Filters = useSearch({ strict: false })
  const navigate = useNavigate()
  const change = useCallback(
    (patch: Partial<Filters>) =>
      void navigate({
        to: '.',
        search: previous => ({ ...previous, ...patch }),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  )
  return { search, change }
}

/** The list without the value if it holds it, else with it; nothing left is no filter. */
export function toggled<T>(list: readonly T[] | undefined, value: T): T[] | undefined {
  const rest = (list ?? []).filter(item => item !== value)
  if (rest.length === (list?.length ?? 0)) rest.push(value)
  return rest.length > 0 ? rest : undefined
}
