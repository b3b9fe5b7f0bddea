import type { ProgressCurve } from '@lvliang/shared/board/summary.schema'
import { addDays, daysBetween } from '@lvliang/shared/dates/calendar-date'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import type { MilestoneId } from '@lvliang/shared/plan/stage'
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { boardQueries } from '../../api/board.queries.ts'
import { centreQueries } from '../../api/centre.queries.ts'
import { type FilterSearch, filterParams } from '../../filters/filter-search.ts'

const keep = { placeholderData: keepPreviousData } as const
const PACE_DAYS = 30

/** What a part of the page needs of a query; the same object until one of the three changes. */
function usePart<T>({ data, error, refetch }: UseQueryResult<T>) {
  return useMemo(() => ({ data, error, refetch }), [data, error, refetch])
}

/** A day of the board's data; the same page keeps the last one on screen while the next is on its way. */
export function useBoardData(plan: Plan | undefined, search: FilterSearch & { asOf?: string }) {
  const params = useMemo(() => filterParams(search), [search])
  const asOf = search.asOf ?? plan?.today
  const weekAgo = asOf && addDays(asOf, -7)
  const known = { ...keep, enabled: asOf !== undefined }
  const week = { ...params, asOf: undefined, from: weekAgo, to: asOf }
  const summaryQuery = useQuery({ ...boardQueries.summary(params), ...keep })
  const centresQuery = useQuery({ ...centreQueries.every(params), ...keep })
  const settled = !summaryQuery.isPlaceholderData && !centresQuery.isPlaceholderData
  const summary = usePart(summaryQuery)
  const centres = usePart(centresQuery)
  const previous = usePart(useQuery({ ...boardQueries.summary({ ...params, asOf: weekAgo }), ...known }))
  const curve = usePart(useQuery({ ...boardQueries.curve(params), ...keep }))
  const changes = usePart(useQuery({ ...boardQueries.changes(week), ...known }))
  return useMemo(
    () => ({ asOf, params, settled, summary, previous, centres, curve, changes }),
    [asOf, params, settled, summary, previous, centres, curve, changes],
  )
}
export type BoardData = ReturnType<typeof useBoardData>

const CURVE_FIELDS = { siteSelection: 'sited', groundbreaking: 'started', mainStructure: 'mainStructure' } as const

/** How many were done in the last 30 days, by node, read off the curve. */
export function usePace(curve: ProgressCurve | undefined): Partial<Record<MilestoneId, number>> | undefined {
  return useMemo(() => {
    if (!curve) return undefined
    const at = curve.points.find(point => point.date === curve.asOf)
    const before = curve.points.find(point => daysBetween(point.date, curve.asOf) === PACE_DAYS)
    if (!at) return undefined
    const pace: Partial<Record<MilestoneId, number>> = {}
    for (const [node, field] of Object.entries(CURVE_FIELDS)) {
      pace[node as MilestoneId] = (at[field] ?? 0) - (before?.[field] ?? 0)
    }
    return pace
  }, [curve])
}
