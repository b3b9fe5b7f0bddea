import type { Generated, Kysely, Transaction } from 'kysely'

export interface PlanTable {
  version: Generated<number>
  plan: string
  policy: string
  added_at: string
}

export interface CentreTable {
  code: string
  county_code: string
  ordinal: number
  /** The instant of the plan version that brought the slot. */
  added_at: string
}

export interface RecordTable {
  seq: number
  id: string
  centre_code: string | null
  county_code: string
  kind: string
  date: string
  recorded_at: string
  recorded_by: string
  origin: string
  body: string
}

export interface CentreStateTable {
  code: string
  county_code: string
  version: number
  updated_at: string | null
  stage: string
  verified_stage: string | null
  /** Sums by source and kind, JSON. */
  funds: string
  /** The fold of every record known, JSON. */
  state: string
}

export interface CountyRollupTable {
  county_code: string
  quota: number
  by_stage: string
  by_verified_stage: string
  funds: string
  unsplit: string
  updated_at: string | null
}

export interface Tables {
  plan: PlanTable
  centre: CentreTable
  record: RecordTable
  centre_state: CentreStateTable
  county_rollup: CountyRollupTable
}

export type Db = Kysely<Tables>
export type Trx = Transaction<Tables>
