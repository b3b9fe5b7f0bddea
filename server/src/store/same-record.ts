import type { NewRecord } from '@lvliang/shared/centres/record.schema'

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, ordered(inner)]),
  )
}

const content = ({ centreCode, countyCode, kind, date, recordedBy, origin, body }: NewRecord) =>
  JSON.stringify([centreCode, countyCode, kind, date, recordedBy, origin, ordered(body)])

/** Whether a record says what the stored one says; when it was sent again is no part of what it says. */
export const isSameRecord = (stored: NewRecord, record: NewRecord): boolean => content(stored) === content(record)
