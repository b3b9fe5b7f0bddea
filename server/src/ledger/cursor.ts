import { createHash } from 'node:crypto'
import type { Moment } from '@lvliang/shared/centres/fold'
import { isCalendarDate } from '@lvliang/shared/dates/calendar-date'
import { DomainError } from '../errors.ts'

/** Where a page begins, and the moment all pages of one walk are about, whatever is entered meanwhile. */
export interface Cursor {
  offset: number
  moment: Moment
}

/** What a walk must keep from page to page: its filters and its order. */
export const walkOf = (query: Record<string, unknown>): string => {
  const kept = Object.entries(query)
    .filter(([key, value]) => value !== undefined && !['cursor', 'limit', 'asOf', 'knownAt'].includes(key))
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(kept)).digest('base64url').slice(0, 8)
}

export const writeCursor = ({ offset, moment }: Cursor, walk: string): string =>
  Buffer.from([offset, moment.asOf, moment.knownAt, walk].join('~')).toString('base64url')

export function readCursor(text: string, walk: string): Cursor {
  const [offset = '', asOf = '', knownAt = '', itsWalk] = Buffer.from(text, 'base64url').toString().split('~')
  const whole = /^\d{1,9}$/.test(offset) && isCalendarDate(asOf) && !Number.isNaN(Date.parse(knownAt))
  if (whole && itsWalk === walk) return { offset: Number(offset), moment: { asOf, knownAt } }
  const message = 'cursor 与筛选或排序不符。 / The cursor does not belong to these filters and this order.'
  throw new DomainError('invalidParameter', message, [{ pointer: '/query/cursor', code: 'invalidCursor', message }])
}
