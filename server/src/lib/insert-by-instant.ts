/** Puts an entry behind those of the same instant or before: nearly always at the end. */
export function insertByInstant<T extends { recordedAt: string }>(entries: T[], entry: T): void {
  let place = entries.length
  while (place > 0 && (entries[place - 1] as T).recordedAt > entry.recordedAt) place--
  entries.splice(place, 0, entry)
}
