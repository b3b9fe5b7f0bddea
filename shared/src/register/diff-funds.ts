import type { CentreRecord, RecordBody } from '../centres/record.schema.ts'
import type { CalendarDate } from '../dates/calendar-date.ts'
import type { StatedMoney } from './read-register.ts'

type FundRecord = CentreRecord & { kind: 'fundEntry' }
type FundBody = RecordBody<'fundEntry'>

/**
 * Cumulative amounts as entries on `asOf`: what is more than entered so far is one new entry; what is less reverses
 * the newest entries first.
 */
export function diffFunds(
  money: readonly StatedMoney[],
  records: readonly CentreRecord[],
  asOf: CalendarDate,
): FundBody[] {
  const entries = records.filter((record): record is FundRecord => record.kind === 'fundEntry' && record.date <= asOf)
  return money.flatMap(stated => {
    const line = entries.filter(({ body }) => body.source === stated.source && body.kind === stated.fund)
    const difference = stated.amountFen - line.reduce((sum, { body }) => sum + signed(body), 0)
    if (difference === 0) return []
    const base = { source: stated.source, kind: stated.fund, documentNo: null }
    if (difference > 0) return [{ ...base, amountFen: difference }]
    return reversals(line, -difference).map(part => ({ ...base, ...part }))
  })
}

const signed = (body: FundBody) => (body.reverses === undefined ? body.amountFen : -body.amountFen)

function reversals(line: readonly FundRecord[], lessFen: number): { amountFen: number; reverses: string }[] {
  const left = new Map(
    line.filter(({ body }) => body.reverses === undefined).map(({ id, body }) => [id, body.amountFen]),
  )
  for (const { body } of line) {
    if (body.reverses !== undefined) left.set(body.reverses, (left.get(body.reverses) ?? 0) - body.amountFen)
  }
  const newestFirst = line
    .filter(({ id }) => left.has(id))
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : b.seq - a.seq))
  const parts: { amountFen: number; reverses: string }[] = []
  let rest = lessFen
  for (const { id } of newestFirst) {
    const amountFen = Math.min(rest, left.get(id) ?? 0)
    if (amountFen <= 0) continue
    parts.push({ amountFen, reverses: id })
    rest -= amountFen
  }
  return parts
}
