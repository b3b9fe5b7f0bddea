import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { CandidatesSearch } from '../../../filters/inspection-search.ts'

/** What the address says of the list, and how it changes: a filter is no step to come back to. */
export function useCandidatesSearch() {
  const search: CandidatesSearch = useSearch({ from: '/inspections/candidates' })
  const navigate = useNavigate({ from: '/inspections/candidates' })
  const change = useCallback(
    (patch: Partial<CandidatesSearch>) =>
      void navigate({ search: previous => ({ ...previous, ...patch }), replace: true, resetScroll: false }),
    [navigate],
  )
  return { search, change }
}
