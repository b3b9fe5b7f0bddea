import type { Instant } from '@lvliang/shared/dates/calendar-date'

/** Puts an entry behind those of the same instant or before: nearly always at the end. */
export function insertByInstant<T>(entries: T[], entry: T, instantOf: (entry: T) => Instant): void {
  const instant = instantOf(entry)
  const place = entries.findLastIndex(other => instantOf(other) <= instant) + 1
  entries.splice(place, 0, entry)
}
