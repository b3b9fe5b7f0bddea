import type { CentreRecord } from '@lvliang/shared/centres/record.schema'
import type { CompiledQuery } from 'kysely'
import type { Db } from '../db/tables.ts'
import { upsertOf } from '../db/upsert.ts'
import { deriveRollup, deriveState, type RollupRow, type StateRow } from './derive-state.ts'
import type { Slot } from './programme.repo.ts'
import { listStates } from './state.repo.ts'

/** The records a state is made of, before the ones now entered. */
export interface Known {
  slot(code: string): Slot | undefined
  slotsOf(county: string): Slot[]
  storedOfCentre(code: string): readonly CentreRecord[]
  storedOfCounty(code: string): readonly CentreRecord[]
}

export interface NextStates {
  states: StateRow[]
  rollups: RollupRow[]
}

/** The derived rows as they are stored, so that an entry need not read those of its whole county again. */
export class KeptStates {
  readonly #rows: Map<string, StateRow>

  constructor(rows: readonly StateRow[]) {
    this.#rows = new Map(rows.map(row => [row.code, row]))
  }

  /** What follows once the store holds `records`, all of one county, too. */
  after(known: Known, records: readonly CentreRecord[]): NextStates {
    const codes = new Set(records.flatMap(({ centreCode }) => centreCode ?? []))
    const states = [...codes].map(code => {
      const added = records.filter(({ centreCode }) => centreCode === code)
      return deriveState(known.slot(code) as Slot, [...known.storedOfCentre(code), ...added])
    })
    const counties = [...new Set(records.map(({ countyCode }) => countyCode))]
    const changed = new Map(states.map(state => [state.code, state]))
    const rollups = counties.map(county => {
      const rows = known.slotsOf(county).map(({ code }) => changed.get(code) ?? (this.#rows.get(code) as StateRow))
      const own = records.filter(({ centreCode, countyCode }) => centreCode === null && countyCode === county)
      return deriveRollup(county, rows, [...known.storedOfCounty(county), ...own])
    })
    return { states, rollups }
  }

  /** The statements that store them. */
  writes(db: Db, { states, rollups }: NextStates): CompiledQuery[] {
    return [
      ...states.map(state => upsertOf(db, 'centre_state', 'code', state)),
      ...rollups.map(rollup => upsertOf(db, 'county_rollup', 'county_code', rollup)),
    ]
  }

  /** Takes over what was written, once it is committed. */
  keep({ states }: NextStates): void {
    for (const state of states) this.#rows.set(state.code, state)
  }
}

export const keptStates = async (db: Db): Promise<KeptStates> => new KeptStates(await listStates(db))
