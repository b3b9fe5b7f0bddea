import type { PlanFile } from '@lvliang/shared/plan/plan.schema'
import type { Policy } from '@lvliang/shared/plan/policy.schema'
import { insertMany } from '../db/insert-many.ts'
import type { Db, Trx } from '../db/tables.ts'
import { DomainError } from '../errors.ts'

/** One slot of the quota, as the next version of a plan brings it. */
export interface NewSlot {
  code: string
  countyCode: string
  ordinal: number
}

/** One slot of the quota. */
export interface Slot extends NewSlot {
  /** The instant it became known. */
  addedAt: string
  /** The instant it went, its quota moved elsewhere; null: it stands. */
  retiredAt: string | null
}

/** What a database is about: a version of its plan and policy, and the slots known with it. */
export interface Programme {
  plan: PlanFile
  policy: Policy
  /** Ascending with each change of plan or policy. */
  version: number
  addedAt: string
  slots: Slot[]
}

/** Every version of the programme, oldest first, each with the slots known by the next. */
export async function listProgrammes(db: Db | Trx): Promise<Programme[]> {
  const rows = await db.selectFrom('plan').selectAll().orderBy('version').execute()
  const slots = await listSlots(db)
  return rows.map(row => ({
    plan: JSON.parse(row.plan),
    policy: JSON.parse(row.policy),
    version: row.version,
    addedAt: row.added_at,
    slots: slots.filter(slot => isOf(slot, row.added_at)),
  }))
}

/** Whether a slot belongs to the version of the plan of an instant. */
export const isOf = ({ addedAt, retiredAt }: Slot, versionAt: string): boolean =>
  addedAt <= versionAt && (retiredAt === null || retiredAt > versionAt)

export async function findProgramme(db: Db | Trx): Promise<Programme | null> {
  return (await listProgrammes(db)).at(-1) ?? null
}

export async function readProgramme(db: Db | Trx): Promise<Programme> {
  const programme = await findProgramme(db)
  if (programme) return programme
  throw storeEmpty()
}

export const storeEmpty = () =>
  new DomainError('storeEmpty', '数据库中还没有工作计划。 / The database holds no plan yet.')

export interface PlanVersion {
  plan: PlanFile
  policy: Policy
  addedAt: string
  /** The slots this version adds. */
  newSlots: readonly NewSlot[]
}

/** Appends a version of the plan with its new slots. */
export async function insertPlan(trx: Trx, { plan, policy, addedAt, newSlots }: PlanVersion): Promise<void> {
  await trx
    .insertInto('plan')
    .values({ plan: JSON.stringify(plan), policy: JSON.stringify(policy), added_at: addedAt })
    .execute()
  const rows = newSlots.map(slot => ({
    code: slot.code,
    county_code: slot.countyCode,
    ordinal: slot.ordinal,
    added_at: addedAt,
  }))
  await insertMany(trx, 'centre', rows)
}

async function listSlots(db: Db | Trx): Promise<Slot[]> {
  const rows = await db.selectFrom('centre').selectAll().orderBy('ordinal').execute()
  return rows.map(row => ({
    code: row.code,
    countyCode: row.county_code,
    ordinal: row.ordinal,
    addedAt: row.added_at,
    retiredAt: row.retired_at,
  }))
}
