import { chunks, insertMany } from '../db/insert-many.ts'
import type { Db, Trx } from '../db/tables.ts'
import type { RollupRow, StateRow } from './derive-state.ts'

export async function replaceStates(trx: Trx, states: readonly StateRow[]): Promise<void> {
  for (const some of chunks(states)) {
    const codes = some.map(state => state.code)
    await trx.deleteFrom('centre_state').where('code', 'in', codes).execute()
  }
  await insertMany(trx, 'centre_state', states)
}

export async function replaceRollups(trx: Trx, rollups: readonly RollupRow[]): Promise<void> {
  const counties = rollups.map(rollup => rollup.county_code)
  await trx.deleteFrom('county_rollup').where('county_code', 'in', counties).execute()
  await insertMany(trx, 'county_rollup', rollups)
}

export async function deleteAllState(trx: Trx): Promise<void> {
  await trx.deleteFrom('centre_state').execute()
  await trx.deleteFrom('county_rollup').execute()
}

export const listStates = (db: Db | Trx): Promise<StateRow[]> =>
  db.selectFrom('centre_state').selectAll().orderBy('code').execute()

export const listStatesOfCounties = (db: Db | Trx, counties: readonly string[]): Promise<StateRow[]> =>
  db.selectFrom('centre_state').selectAll().where('county_code', 'in', counties).execute()

export const listRollups = (db: Db | Trx): Promise<RollupRow[]> =>
  db.selectFrom('county_rollup').selectAll().orderBy('county_code').execute()
