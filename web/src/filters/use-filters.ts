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
