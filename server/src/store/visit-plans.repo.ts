import type { VisitKind } from '@lvliang/shared/inspections/visit.schema'
import type { CompiledQuery } from 'kysely'
import { insertsOf } from '../db/insert-many.ts'
import type { Db, Trx, VisitCancellationTable, VisitPlanTable } from '../db/tables.ts'

export interface NamedInspector {
  accountId: string
  name: string
}

/** A visit to come. */
export interface VisitPlan {
  seq: number
  id: string
  centreCode: string
  countyCode: string
  kind: VisitKind
  plannedOn: string
  inspectors: NamedInspector[]
  note: string | null
  plannedAt: string
  plannedBy: string
  accountId: string | null
}

export interface VisitCancellation {
  seq: number
  id: string
  visitId: string
  reason: string
  cancelledAt: string
  cancelledBy: string
  accountId: string | null
}

const planRow = (plan: VisitPlan): VisitPlanTable => ({
  seq: plan.seq,
  id: plan.id,
  centre_code: plan.centreCode,
  county_code: plan.countyCode,
  kind: plan.kind,
  planned_on: plan.plannedOn,
  inspectors: JSON.stringify(plan.inspectors),
  note: plan.note,
  planned_at: plan.plannedAt,
  planned_by: plan.plannedBy,
  account_id: plan.accountId,
})

const toPlan = (row: VisitPlanTable): VisitPlan => ({
  seq: row.seq,
  id: row.id,
  centreCode: row.centre_code,
  countyCode: row.county_code,
  kind: row.kind as VisitKind,
  plannedOn: row.planned_on,
  inspectors: JSON.parse(row.inspectors),
  note: row.note,
  plannedAt: row.planned_at,
  plannedBy: row.planned_by,
  accountId: row.account_id,
})

const cancellationRow = (cancellation: VisitCancellation): VisitCancellationTable => ({
  seq: cancellation.seq,
  id: cancellation.id,
  visit_id: cancellation.visitId,
  reason: cancellation.reason,
  cancelled_at: cancellation.cancelledAt,
  cancelled_by: cancellation.cancelledBy,
  account_id: cancellation.accountId,
})

const toCancellation = (row: VisitCancellationTable): VisitCancellation => ({
  seq: row.seq,
  id: row.id,
  visitId: row.visit_id,
  reason: row.reason,
  cancelledAt: row.cancelled_at,
  cancelledBy: row.cancelled_by,
  accountId: row.account_id,
})

/** Every visit ever planned, in the order of entry. */
export async function listVisitPlans(db: Db | Trx): Promise<VisitPlan[]> {
  const rows = await db.selectFrom('visit_plan').selectAll().orderBy('seq').execute()
  return rows.map(toPlan)
}

export async function listVisitCancellations(db: Db | Trx): Promise<VisitCancellation[]> {
  const rows = await db.selectFrom('visit_cancellation').selectAll().orderBy('seq').execute()
  return rows.map(toCancellation)
}

/** The statements that insert a plan. */
export const planInserts = (db: Db, plan: VisitPlan): Iterable<CompiledQuery> =>
  insertsOf(db, 'visit_plan', [planRow(plan)])

export const cancellationInserts = (db: Db, cancellation: VisitCancellation): Iterable<CompiledQuery> =>
  insertsOf(db, 'visit_cancellation', [cancellationRow(cancellation)])
