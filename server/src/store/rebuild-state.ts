import type { Db, Trx } from '../db/tables.ts'
import { appendAudit, CONSOLE } from './append-audit.ts'
import { deriveRollup, deriveState, type RollupRow, type StateRow } from './derive-state.ts'
import { groupRecords } from './group-records.ts'
import { readProgramme } from './programme.repo.ts'
import { listRows, toRecord } from './record.repo.ts'
import { deleteAllState, replaceRollups, replaceStates } from './state.repo.ts'

export interface DerivedState {
  states: StateRow[]
  rollups: RollupRow[]
}

/** State and roll-ups as they follow from the records alone. */
export async function deriveAllState(db: Db | Trx): Promise<DerivedState> {
  const { slots, plan } = await readProgramme(db)
  const { byCentre, byCounty } = groupRecords((await listRows(db)).map(toRecord))
  const states = slots.map(slot => deriveState(slot, byCentre.get(slot.code) ?? []))
  const rollups = plan.counties.map(({ code }) =>
    deriveRollup(
      code,
      states.filter(state => state.county_code === code),
      byCounty.get(code) ?? [],
    ),
  )
  return { states, rollups }
}

export async function writeAllState(trx: Trx): Promise<DerivedState> {
  const derived = await deriveAllState(trx)
  await deleteAllState(trx)
  await replaceStates(trx, derived.states)
  await replaceRollups(trx, derived.rollups)
  return derived
}

/** Throws away the derived state and makes it again from the records, and writes down that this was done. */
export async function rebuildState(db: Db, at: string): Promise<void> {
  await db.transaction().execute(async trx => {
    const { states, rollups } = await writeAllState(trx)
    const after = { states: states.length, rollups: rollups.length }
    await appendAudit(trx, { at, actor: CONSOLE, operation: 'rebuildState', subject: 'state', after })
  })
}
