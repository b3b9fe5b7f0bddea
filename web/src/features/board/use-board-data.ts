import { addDays, daysBetween } from '@lvliang/shared/dates/calendar-date'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import type { MilestoneId } from '@lvliang/shared/plan/stage'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { boardQueries } from '../../api/board.queries.ts'
import { centreQueries } from '../../api/centre.queries.ts'
import { type FilterSearch, filterParams } from '../../filters/filter-search.ts'

const keep = { placeholderData: keepPreviousData } as const
const PACE_DAYS = 30

/** A day of the board's data; the same page keeps the last one on screen while the next is on its way. */
export function useBoardData(plan: Plan | undefined, search: FilterSearch & { asOf?: string }) {
  const params = filterParams(search)
  const asOf = search.asOf ?? plan?.today
  const weekAgo = asOf && addDays(asOf, -7)
  const known = { ...keep, enabled: asOf !== undefined }
  return {
    asOf,
    params,
    summary: useQuery({ ...boardQueries.summary(params), ...keep }),
    previous: useQuery({ ...boardQueries.summary({ ...params, asOf: weekAgo }), ...known }),
    centres: useQuery({ ...centreQueries.every(params), ...keep }),
    curve: useQuery({ ...boardQueries.curve(params), ...keep }),
    changes: useQuery({ ...boardQueries.changes({ ...params, asOf: undefined, from: weekAgo, to: asOf }), ...known }),
  }
}
export type BoardData = ReturnType<typeof useBoardData>

const CURVE_FIELDS = { siteSelection: 'sited', groundbreaking: 'started', mainStructure: 'mainStructure' } as const

/** How many were done in the last 30 days, by node, read off the curve. */
export function usePace(curve: BoardData['curve']['data']): Partial<Record<MilestoneId, number>> | undefined {
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
