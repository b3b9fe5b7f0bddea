import type { Instant } from '@lvliang/shared/dates/calendar-date'
import { countUpTo } from './last-up-to.ts'

/** Puts an entry behind those of the same instant or before. */
export function insertByInstant<T>(entries: T[], entry: T, instantOf: (entry: T) => Instant): void {
  entries.splice(countUpTo(entries, instantOf(entry), instantOf), 0, entry)
}
