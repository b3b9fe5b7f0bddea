import type { Issue } from '../centres/act-rules.ts'
import type { CalendarDate } from '../dates/calendar-date.ts'
import type { Signatures } from './month-state.ts'
import { isOver, type Period, periodsOf, snapshotDayOf } from './period.ts'

const wrong = (pointer: string, code: string, message: string): Issue => ({ pointer, code, message, doubtful: false })

interface SignInput {
  signatures: Signatures
  period: Period
  /** The plan's year: its months are signed, no other. */
  year: number
  today: CalendarDate
}

/** A month is signed once it is over, and once: again only after it was sent back. Earlier months late. */
export function checkSigning({ signatures, period, year, today }: SignInput): Issue[] {
  if (!periodsOf(year).includes(period)) {
    return [wrong('/period', 'periodUnknown', `${period} 不在 ${year} 年内。 / ${period} is no month of ${year}.`)]
  }
  if (!isOver(period, today)) {
    const day = snapshotDayOf(period)
    const message = `${period} 尚未结束，${day} 过后才能报送。 / ${period} is not over; it can be signed after ${day}.`
    return [wrong('/period', 'monthNotOver', message)]
  }
  const newest = signatures.get(period)?.at(-1)
  if (newest === undefined || newest.returned !== null) return []
  const message = `${period} 已于 ${newest.signedOn} 报送。 / ${period} was signed on ${newest.signedOn}.`
  return [wrong('/period', 'alreadySigned', message)]
}

/** The city office sends back what stands signed, the newest signature of its month. */
export function checkReturn(signatures: Signatures, period: Period, reportId: string): Issue[] {
  const own = signatures.get(period) ?? []
  const signature = own.find(({ id }) => id === reportId)
  if (signature === undefined) {
    return [wrong('/reportId', 'reportUnknown', '没有这次报送。 / There is no such signature.')]
  }
  if (signature.returned === null && own.at(-1) === signature) return []
  const on = signature.returned?.returnedOn ?? ''
  return [wrong('/reportId', 'alreadyReturned', `这次报送已于 ${on} 退回。 / This signature was sent back on ${on}.`)]
}
