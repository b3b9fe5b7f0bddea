import type { CentreState } from '../centres/state.ts'
import type { CalendarDate } from '../dates/calendar-date.ts'

const QUARTER_MONTHS = 3

/** First day of the quarter a day is in. */
export function quarterStart(day: CalendarDate): CalendarDate {
  const month = Number(day.slice(5, 7))
  const first = month - ((month - 1) % QUARTER_MONTHS)
  return `${day.slice(0, 5)}${String(first).padStart(2, '0')}-01`
}

/**
 * Every visit to a centre by its day: those recorded, and the visit days of verifications that belong to none of them.
 */
export function visitDays({ visitedOn, checked }: Pick<CentreState, 'visitedOn' | 'checked'>): CalendarDate[] {
  const recorded = new Set(visitedOn)
  const apart = new Set(Object.values(checked).map(({ checkedOn }) => checkedOn))
  return [...visitedOn, ...[...apart].filter(day => !recorded.has(day))]
}

/** The last day anybody of the inspection was there; null: never. */
export const lastSeenOn = (state: Pick<CentreState, 'visitedOn' | 'checked'>): CalendarDate | null =>
  visitDays(state).reduce<CalendarDate | null>((last, day) => (last === null || day > last ? day : last), null)
