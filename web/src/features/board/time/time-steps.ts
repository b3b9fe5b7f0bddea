import { addDays, type CalendarDate } from '@lvliang/shared/dates/calendar-date'

export const UNITS = ['day', 'week', 'node'] as const
export type Unit = (typeof UNITS)[number]

export interface TimeSpan {
  first: CalendarDate
  last: CalendarDate
  /** Due days of the nodes, in order. */
  nodes: readonly CalendarDate[]
}

export function clampDay(day: CalendarDate, { first, last }: TimeSpan): CalendarDate {
  if (day < first) return first
  return day > last ? last : day
}

/** The day one step away; a step by node goes to the next or last due day, or to the end of the span. */
export function stepDay(day: CalendarDate, unit: Unit, direction: 1 | -1, span: TimeSpan): CalendarDate {
  if (unit !== 'node') return clampDay(addDays(day, direction * (unit === 'week' ? 7 : 1)), span)
  const next = direction === 1 ? span.nodes.find(node => node > day) : span.nodes.filter(node => node < day).at(-1)
  return clampDay(next ?? (direction === 1 ? span.last : span.first), span)
}

const LARGER: Record<Unit, Unit> = { day: 'week', week: 'node', node: 'node' }

/** Where a key takes the slider; `null` for keys it leaves alone. */
export function dayForKey(key: string, day: CalendarDate, unit: Unit, span: TimeSpan): CalendarDate | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return stepDay(day, unit, 1, span)
    case 'ArrowLeft':
    case 'ArrowDown':
      return stepDay(day, unit, -1, span)
    case 'PageUp':
      return stepDay(day, LARGER[unit], 1, span)
    case 'PageDown':
      return stepDay(day, LARGER[unit], -1, span)
    case 'Home':
      return span.first
    case 'End':
      return span.last
    default:
      return null
  }
}
