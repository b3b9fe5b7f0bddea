import type { PlanFile } from '@lvliang/shared/plan/plan.schema'
import type { Policy } from '@lvliang/shared/plan/policy.schema'
import { insertMany } from '../db/insert-many.ts'
import type { Db, Trx } from '../db/tables.ts'
import { DomainError } from '../errors.ts'

/** One slot of the quota. */
export interface Slot {
  code: string
  countyCode: string
  ordinal: number
}

/** What a database is about: the plan in force, its policy and the slots it made. */
export interface Programme {
  plan: PlanFile
  policy: Policy
  /** Ascending with each change of plan or policy. */
  version: number
  slots: Slot[]
}

export async function findProgramme(db: Db | Trx): Promise<Programme | null> {
  const row = await db.selectFrom('plan').selectAll().orderBy('version', 'desc').limit(1).executeTakeFirst()
  if (row === undefined) return null
  return {
    plan: JSON.parse(row.plan),
    policy: JSON.parse(row.policy),
    version: row.version,
    slots: await listSlots(db),
  }
}

export async function readProgramme(db: Db | Trx): Promise<Programme> {
  const programme = await findProgramme(db)
  if (programme) return programme
  throw new DomainError('storeEmpty', '数据库中还没有工作计划。 / The database holds no plan yet.')
}

export async function insertPlan(trx: Trx, plan: PlanFile, policy: Policy, addedAt: string): Promise<void> {
  await trx
    .insertInto('plan')
    .values({ plan: JSON.stringify(plan), policy: JSON.stringify(policy), added_at: addedAt })
    .execute()
}

export async function listSlots(db: Db | Trx): Promise<Slot[]> {
  const rows = await db.selectFrom('centre').selectAll().orderBy('ordinal').execute()
  return rows.map(row => ({ code: row.code, countyCode: row.county_code, ordinal: row.ordinal }))
}

export async function insertSlots(trx: Trx, slots: readonly Slot[]): Promise<void> {
  const rows = slots.map(slot => ({ code: slot.code, county_code: slot.countyCode, ordinal: slot.ordinal }))
  await insertMany(trx, 'centre', rows)
}
