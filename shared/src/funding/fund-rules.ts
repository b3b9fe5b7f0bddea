import type { CalendarDate } from '../dates/calendar-date.ts'
import { FUND_KINDS, type FundKind } from '../plan/plan.schema.ts'

/** One entry of a fund line (slot × source), amounts in fen and always positive; `reverses` names what it corrects. */
export interface FundEntry {
  id: string
  kind: FundKind
  date: CalendarDate
  amountFen: number
  reverses?: string | undefined
}

export interface FundProblem {
  code:
    | 'notPositive'
    | 'reversesNothing'
    | 'reversesOtherKind'
    | 'reversesTooMuch'
    | 'belowZero'
    | 'abovePlanned'
    | 'tooEarly'
  entryId: string
  kind: FundKind
  date: CalendarDate
  /** What may still be entered there, in fen. */
  leftFen: number
}

const signed = (entry: FundEntry) => (entry.reverses === undefined ? entry.amountFen : -entry.amountFen)

function checkReversals(entries: readonly FundEntry[]): FundProblem[] {
  const byId = new Map(entries.map(entry => [entry.id, entry]))
  const reversedFen = new Map<string, number>()
  return entries.flatMap((entry): FundProblem[] => {
    if (entry.reverses === undefined) return []
    const problem = { entryId: entry.id, kind: entry.kind, date: entry.date }
    const original = byId.get(entry.reverses)
    if (original === undefined || original.reverses !== undefined)
      return [{ ...problem, code: 'reversesNothing', leftFen: 0 }]
    if (original.kind !== entry.kind) return [{ ...problem, code: 'reversesOtherKind', leftFen: 0 }]
    const already = reversedFen.get(original.id) ?? 0
    reversedFen.set(original.id, already + entry.amountFen)
    return already + entry.amountFen > original.amountFen
      ? [{ ...problem, code: 'reversesTooMuch', leftFen: original.amountFen - already }]
      : []
  })
}

/** The running sum of one kind at the end of every day stays between 0 and what is planned. */
function checkKind(entries: readonly FundEntry[], plannedFen: number): FundProblem[] {
  const sorted = [...entries].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  let sum = 0
  const problems: FundProblem[] = []
  sorted.forEach((entry, i) => {
    sum += signed(entry)
    if (sorted[i + 1]?.date === entry.date) return
    const problem = { entryId: entry.id, kind: entry.kind, date: entry.date }
    if (sum < 0) problems.push({ ...problem, code: 'belowZero', leftFen: 0 })
    if (sum > plannedFen)
      problems.push({ ...problem, code: 'abovePlanned', leftFen: plannedFen - (sum - signed(entry)) })
  })
  return problems
}

/**
 * The hard rules of one fund line over all its entries: amounts above zero, a reversal no greater than what it
 * reverses, and each kind's sum between 0 and `plannedFen` on every day. Empty where all hold.
 */
export function checkFundLine(
  entries: readonly FundEntry[],
  plannedFen: number,
  moneyFrom: CalendarDate,
): FundProblem[] {
  const own = entries.flatMap((entry): FundProblem[] => {
    const problem = { entryId: entry.id, kind: entry.kind, date: entry.date, leftFen: 0 }
    if (!Number.isSafeInteger(entry.amountFen) || entry.amountFen <= 0) return [{ ...problem, code: 'notPositive' }]
    return entry.date < moneyFrom ? [{ ...problem, code: 'tooEarly' }] : []
  })
  const byKind = FUND_KINDS.flatMap(kind =>
    checkKind(
      entries.filter(entry => entry.kind === kind),
      plannedFen,
    ),
  )
  return [...own, ...checkReversals(entries), ...byKind]
}

/**
 * The soft order paid ≤ received ≤ disbursed ≤ issued: the first pair that breaks it, or null. A broken order is
 * an anomaly to show (数据异常), never a refusal: kinds are entered by different offices at different times.
 */
export function brokenFundOrder(sums: Record<FundKind, number>): { more: FundKind; less: FundKind } | null {
  for (let i = FUND_KINDS.length - 1; i > 0; i--) {
    const more = FUND_KINDS[i] as FundKind
    const less = FUND_KINDS[i - 1] as FundKind
    if (sums[more] > sums[less]) return { more, less }
  }
  return null
}
