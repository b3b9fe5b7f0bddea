import type { CentreRecord, RecordBody } from '../centres/record.schema.ts'
import type { CalendarDate } from '../dates/calendar-date.ts'
import type { StatedMoney } from './read-register.ts'

type FundRecord = CentreRecord & { kind: 'fundEntry' }
type FundBody = RecordBody<'fundEntry'>

/** An entry with the day it is about. */
export interface DatedFund {
  date: CalendarDate
  body: FundBody
}

/**
 * Cumulative amounts as entries on `asOf`: what is more than entered so far is one new entry; what is less reverses
 * the newest entries first. Where a register of a later day was loaded before, its own cumulative amount stands: the
 * difference is taken back on that day.
 */
export function diffFunds(
  money: readonly StatedMoney[],
  records: readonly CentreRecord[],
  asOf: CalendarDate,
): DatedFund[] {
  return money.flatMap(({ source, fund, amountFen }) => {
    const line = fundLine(records, source, fund)
    const before = line.filter(({ date }) => date <= asOf)
    const difference = amountFen - sumOf(before)
    const base = { source, kind: fund, documentNo: null }
    const add = (fen: number): FundBody[] => (fen > 0 ? [{ ...base, amountFen: fen }] : [])
    const takeBack = (entries: readonly FundRecord[], fen: number) =>
      reversals(line, entries, fen).map((part): FundBody => ({ ...base, ...part }))
    const now = difference > 0 ? add(difference) : takeBack(before, -difference)
    const next = nextStatedDay(line, asOf)
    if (next === null) return now.map(body => ({ date: asOf, body }))
    const onNext = line.filter(({ date }) => date === next)
    const then = difference > 0 ? takeBack(onNext, difference) : add(-sumOfBodies(now))
    return [...now.map(body => ({ date: asOf, body })), ...then.map(body => ({ date: next, body }))]
  })
}

/** What a register may state for `asOf` at most, where one of a later day was loaded before; null: no such day. */
export function limitByLaterRegister(
  records: readonly CentreRecord[],
  { source, fund }: Pick<StatedMoney, 'source' | 'fund'>,
  asOf: CalendarDate,
): { day: CalendarDate; limitFen: number } | null {
  const line = fundLine(records, source, fund)
  const day = nextStatedDay(line, asOf)
  if (day === null) return null
  const left = leftToReverse(line)
  const onDay = line.filter(({ date }) => date === day).reduce((sum, { id }) => sum + (left.get(id) ?? 0), 0)
  return { day, limitFen: sumOf(line.filter(({ date }) => date <= asOf)) + onDay }
}

const fundLine = (records: readonly CentreRecord[], source: FundBody['source'], kind: FundBody['kind']) =>
  records.filter(
    (record): record is FundRecord =>
      record.kind === 'fundEntry' && record.body.source === source && record.body.kind === kind,
  )

/** The first day after `asOf` for which a register stated this line. */
function nextStatedDay(line: readonly FundRecord[], asOf: CalendarDate): CalendarDate | null {
  const days = line.filter(({ date, origin }) => date > asOf && origin === 'register').map(({ date }) => date)
  return days.sort()[0] ?? null
}

const signed = (body: FundBody) => (body.reverses === undefined ? body.amountFen : -body.amountFen)
const sumOfBodies = (bodies: readonly FundBody[]) => bodies.reduce((sum, body) => sum + signed(body), 0)
const sumOf = (entries: readonly FundRecord[]) => sumOfBodies(entries.map(({ body }) => body))

/** What of each entry no reversal of any day has taken back. */
function leftToReverse(line: readonly FundRecord[]): Map<string, number> {
  const left = new Map(
    line.filter(({ body }) => body.reverses === undefined).map(({ id, body }) => [id, body.amountFen]),
  )
  for (const { body } of line) {
    if (body.reverses !== undefined) left.set(body.reverses, (left.get(body.reverses) ?? 0) - body.amountFen)
  }
  return left
}

function reversals(line: readonly FundRecord[], among: readonly FundRecord[], lessFen: number) {
  const left = leftToReverse(line)
  const newestFirst = among
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
