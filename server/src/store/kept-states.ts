import type { CentreRecord } from '@lvliang/shared/centres/record.schema'
import type { CentreState } from '@lvliang/shared/centres/state'
import type { CompiledQuery } from 'kysely'
import type { Db } from '../db/tables.ts'
import { updateOf } from '../db/update-row.ts'
import { deriveRollup, type RollupRow, rowOf, type StateRow } from './derive-state.ts'
import type { Slot } from './programme.repo.ts'
import { listStates } from './state.repo.ts'

/** What is known, the records now entered included. */
export interface Known {
  slot(code: string): Slot | undefined
  slotsOf(county: string): Slot[]
  storedState(code: string): CentreState | undefined
  storedOfCounty(code: string): readonly CentreRecord[]
}

export interface NextStates {
  states: StateRow[]
  rollups: RollupRow[]
}

const isSummedUpAs = (state: StateRow, before: StateRow | undefined): boolean =>
  state.stage === before?.stage && state.verified_stage === before.verified_stage && state.funds === before.funds

/** The derived rows as they are stored, so that an entry need not read those of its whole county again. */
export class KeptStates {
  readonly #rows: Map<string, StateRow>

  constructor(rows: readonly StateRow[]) {
    this.#rows = new Map(rows.map(row => [row.code, row]))
  }

  /** The rows that change with records just entered. */
  after(known: Known, records: readonly CentreRecord[]): NextStates {
    const codes = new Set(records.flatMap(({ centreCode }) => centreCode ?? []))
    const states = [...codes].map(code => rowOf(known.slot(code) as Slot, known.storedState(code) as CentreState))
    const changed = new Map(states.map(state => [state.code, state]))
    const rollups = [...this.#touchedCounties(states, records)].map(county => {
      const rows = known.slotsOf(county).map(({ code }) => changed.get(code) ?? (this.#rows.get(code) as StateRow))
      return deriveRollup(county, rows, known.storedOfCounty(county))
    })
    return { states, rollups }
  }

  /** Counties whose roll-up changes; most records change nothing that is summed up. */
  #touchedCounties(states: readonly StateRow[], records: readonly CentreRecord[]): Set<string> {
    const moved = states.filter(state => !isSummedUpAs(state, this.#rows.get(state.code)))
    const ofCounties = records.filter(({ centreCode }) => centreCode === null)
    return new Set([...moved.map(state => state.county_code), ...ofCounties.map(record => record.countyCode)])
  }

  /** The statements that store them. */
  writes(db: Db, { states, rollups }: NextStates): CompiledQuery[] {
    return [
      ...states.map(state => updateOf(db, 'centre_state', ['code', 'county_code'], state)),
      ...rollups.map(rollup => updateOf(db, 'county_rollup', ['county_code'], rollup)),
    ]
  }

  /** Takes over what was written, once it is committed. */
  keep({ states }: NextStates): void {
    for (const state of states) this.#rows.set(state.code, state)
  }
}

export const keptStates = async (db: Db): Promise<KeptStates> => new KeptStates(await listStates(db))
