import type { LightColour } from '@lvliang/shared/centres/centre.schema'
import { addDays, type CalendarDate, daysBetween } from '@lvliang/shared/dates/calendar-date'

export interface LightSpan {
  from: CalendarDate
  /** The last day of the span. */
  to: CalendarDate
  colour: LightColour
  days: number
}

interface Change {
  from: CalendarDate
  colour: LightColour
}

/** The changes of a light as spans that follow each other without a gap up to and including `until`. */
export function lightSpans(changes: readonly Change[], until: CalendarDate): LightSpan[] {
  return changes.flatMap(({ from, colour }, i) => {
    const next = changes[i + 1]?.from
    const to = next === undefined || next > until ? until : addDays(next, -1)
    return from > to ? [] : [{ from, to, colour, days: daysBetween(from, to) + 1 }]
  })
}
