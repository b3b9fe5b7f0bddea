import type { PlanFile } from '@lvliang/shared/plan/plan.schema'
import type { Policy } from '@lvliang/shared/plan/policy.schema'
import type { Db } from '../db/tables.ts'
import { findProgramme, insertPlan, type NewSlot } from './programme.repo.ts'
import { writeAllState } from './rebuild-state.ts'

export interface NewPlan {
  plan: PlanFile
  policy: Policy
  /** Every slot of the quota; those the database has already stay as they are. */
  slots: readonly NewSlot[]
  addedAt: string
}

/** Appends a version of the plan and its policy, with the slots it adds. */
export async function appendPlan(db: Db, { plan, policy, slots, addedAt }: NewPlan): Promise<void> {
  await db.transaction().execute(async trx => {
    const known = new Set((await findProgramme(trx))?.slots.map(slot => slot.code))
    const newSlots = slots.filter(slot => !known.has(slot.code))
    await insertPlan(trx, { plan, policy, addedAt, newSlots })
    await writeAllState(trx)
  })
}
