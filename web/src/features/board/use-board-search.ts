import type { MilestoneId } from '@lvliang/shared/plan/stage'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { FilterSearch } from '../../filters/filter-search.ts'

export type BoardView = 'list' | 'map'

/** What the address of the board holds. */
export interface BoardSearch extends FilterSearch {
  asOf?: string
  select?: string
  node?: Extract<MilestoneId, 'siteSelection' | 'groundbreaking' | 'mainStructure'>
  view?: BoardView
}

/** Lets the press be seen before the page is drawn anew. */
const afterPaint = (work: () => void) => void requestAnimationFrame(() => setTimeout(work))

const withoutView = ({ asOf, select, node, view, ...filter }: BoardSearch): FilterSearch => filter

export function useBoardSearch() {
  const search: BoardSearch = useSearch({ from: '/' })
  // The same object from day to day, so that what only filters is not drawn again.
  const filter: FilterSearch = useSearch({ from: '/', select: withoutView, structuralSharing: true })
  const navigate = useNavigate({ from: '/' })
  const change = useCallback(
    (patch: Partial<BoardSearch>) =>
      afterPaint(
        () =>
          void navigate({
            to: '/',
            search: previous => ({ ...previous, ...patch }),
            replace: true,
            resetScroll: false,
          }),
      ),
    [navigate],
  )
  return { search, filter, change }
}
