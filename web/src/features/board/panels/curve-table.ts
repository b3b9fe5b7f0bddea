import type { ProgressCurve } from '@lvliang/shared/board/summary.schema'
import { addDays } from '@lvliang/shared/dates/calendar-date'
import type { Milestone } from '@lvliang/shared/plan/plan.schema'

type Point = ProgressCurve['points'][number]
export type CurveRow = Point & { why: 'asOf' | 'monthEnd' | Milestone['id'] }

const isMonthEnd = (date: string) => addDays(date, 1).endsWith('-01')

/** The days of the curve that matter: each node, each month's end, and the day shown. */
export function curveRows(curve: ProgressCurve, milestones: readonly Milestone[]): CurveRow[] {
  return curve.points.flatMap(point => {
    const node = milestones.find(({ due }) => due === point.date)
    const why = point.date === curve.asOf ? 'asOf' : (node?.id ?? (isMonthEnd(point.date) ? 'monthEnd' : null))
    return why ? [{ ...point, why }] : []
  })
}
