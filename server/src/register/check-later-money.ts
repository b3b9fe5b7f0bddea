import type { CentreRecord } from '@lvliang/shared/centres/record.schema'
import type { CalendarDate } from '@lvliang/shared/dates/calendar-date'
import { FUND_KINDS, FUNDING_SOURCES, type PlanFile } from '@lvliang/shared/plan/plan.schema'
import { formatIn } from '@lvliang/shared/register/check-money'
import type { CheckedRow } from '@lvliang/shared/register/check-register'
import { limitByLaterRegister } from '@lvliang/shared/register/diff-funds'
import { type Problem, problemAt } from '@lvliang/shared/register/problem'
import type { RegisterRow } from '@lvliang/shared/register/read-register'
import type { Db } from '../db/tables.ts'
import { listCodesWithMoneyAfter, listRecordsOfCentres } from './register.repo.ts'

/**
 * Money stated for `asOf` must leave room for what is already entered for later days, and be no more than what a
 * register of a later day states.
 */
export async function checkLaterMoney(
  db: Db,
  checked: readonly CheckedRow<RegisterRow>[],
  plan: PlanFile,
  asOf: CalendarDate | null,
): Promise<Problem[]> {
  if (asOf === null) return []
  const codes = await listCodesWithMoneyAfter(db, asOf)
  const problems: Problem[] = []
  for (const { row, code } of checked) {
    if (row.money.length === 0 || !codes.has(code)) continue
    const records = await listRecordsOfCentres(db, [code])
    for (const source of FUNDING_SOURCES) {
      for (const kind of FUND_KINDS) {
        const stated = row.money.find(money => money.source === source && money.fund === kind)
        if (stated === undefined) continue
        const planned = plan.fundingSources.find(({ id }) => id === source)?.amountFen ?? 0
        const later = limitByLaterRegister(records, stated, asOf)
        const room = planned - mostAddedAfter(records, { source, kind, asOf, before: later?.day ?? null })
        const limit = Math.min(room, later?.limitFen ?? room)
        if (stated.amountFen <= limit) continue
        const place = row.placeOf(`${source}.${kind}`)
        problems.push(problemAt(place, 'moneyLater', { asOf, limit: formatIn(stated.unit, limit) }))
      }
    }
  }
  return problems
}

/** The highest the line climbs over its height on `asOf`, by the entries of later days, those before `before`. */
function mostAddedAfter(
  records: readonly CentreRecord[],
  { source, kind, asOf, before }: { source: string; kind: string; asOf: CalendarDate; before: CalendarDate | null },
): number {
  const later = records
    .filter(record => record.kind === 'fundEntry' && record.date > asOf && (before === null || record.date < before))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  let sum = 0
  let most = 0
  for (const record of later) {
    if (record.kind !== 'fundEntry' || record.body.source !== source || record.body.kind !== kind) continue
    sum += record.body.reverses === undefined ? record.body.amountFen : -record.body.amountFen
    most = Math.max(most, sum)
  }
  return most
}
