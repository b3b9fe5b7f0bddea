import { fundCell } from '../centres/state.ts'
import { formatWan, formatYuan } from '../funding/money.ts'
import { FUND_KINDS, FUNDING_SOURCES, type FundingSource, type FundKind } from '../plan/plan.schema.ts'
import type { CheckContext } from './check-context.ts'
import { headerOf, type MoneyUnit } from './columns.ts'
import { type Problem, problemAt } from './problem.ts'
import type { RegisterRow, StatedMoney } from './read-register.ts'

const placeOf = (row: RegisterRow, { source, fund }: { source: FundingSource; fund: FundKind }) =>
  row.placeOf(`${source}.${fund}`)

/** An amount, exact, in the unit of its column. */
export const formatIn = (unit: MoneyUnit, fen: number): string =>
  unit === 'wan' ? `${formatWan(fen, 6).replace(/\.?0+$/, '')} 万元` : `${formatYuan(fen)} 元`

/** Money that cannot be (errors), and kinds in another order than money goes (doubts). */
export function checkMoney(row: RegisterRow, code: string | undefined, context: CheckContext): Problem[] {
  const above = row.money.flatMap(stated => abovePlanned(row, stated, context))
  const order = FUNDING_SOURCES.flatMap(source => brokenOrder(row, source, storedFunds(code, context)))
  return [...above, ...order]
}

/** Cumulative money means nothing without the day it is cumulative to: said once, at the first amount. */
export function checkMoneyDay(rows: readonly RegisterRow[], { asOf, plan }: CheckContext): Problem[] {
  const row = rows.find(({ money }) => money.length > 0)
  const first = row?.money[0]
  if (row === undefined || first === undefined) return []
  if (asOf === null) return [problemAt(placeOf(row, first), 'moneyAsOf', { year: plan.year })]
  if (asOf >= plan.moneyFrom) return []
  return [problemAt(placeOf(row, first), 'moneyTooEarly', { asOf, limit: plan.moneyFrom })]
}

function abovePlanned(row: RegisterRow, stated: StatedMoney, { plan }: CheckContext): Problem[] {
  const planned = plan.fundingSources.find(({ id }) => id === stated.source)?.amountFen ?? 0
  return stated.amountFen > planned
    ? [problemAt(placeOf(row, stated), 'moneyAbovePlanned', { limit: formatIn(stated.unit, planned) })]
    : []
}

const storedFunds = (code: string | undefined, { stored }: CheckContext) =>
  code === undefined ? undefined : stored.get(code)?.funds

function brokenOrder(row: RegisterRow, source: FundingSource, funds: number[] | undefined): Problem[] {
  const stated = new Map(row.money.filter(money => money.source === source).map(money => [money.fund, money]))
  const problems: Problem[] = []
  FUND_KINDS.forEach((fund, i) => {
    const later = stated.get(fund)
    if (later === undefined || i === 0) return
    const earlier = FUND_KINDS.slice(0, i).findLast(kind => stated.has(kind))
    const before = earlier === undefined ? undefined : stated.get(earlier)
    if (before !== undefined && later.amountFen > before.amountFen) {
      const name = headerOf({ kind: 'money', source, fund: before.fund, unit: null })
      problems.push(
        problemAt(placeOf(row, later), 'moneyOrder', { name, amount: formatIn(before.unit, before.amountFen) }),
      )
    }
    const previous = FUND_KINDS[i - 1] as FundKind
    const known = funds?.[fundCell(source, previous)] ?? 0
    if (!stated.has(previous) && later.amountFen > known) {
      const name = headerOf({ kind: 'money', source, fund: previous, unit: null })
      problems.push(problemAt(placeOf(row, later), 'moneyOrderUnstated', { name }))
    }
  })
  return problems
}
