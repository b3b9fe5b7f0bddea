import { foldCentre } from '@lvliang/shared/centres/fold'
import type { CentreRecord } from '@lvliang/shared/centres/record.schema'
import { type CentreState, type FundSums, fundCell, noFunds } from '@lvliang/shared/centres/state'
import { FUND_KINDS, FUNDING_SOURCES } from '@lvliang/shared/plan/plan.schema'
import { STAGES } from '@lvliang/shared/plan/stage'
import type { Selectable } from 'kysely'
import type { CentreStateTable, CountyRollupTable } from '../db/tables.ts'
import type { NewSlot } from './programme.repo.ts'

export type StateRow = Selectable<CentreStateTable>
export type RollupRow = Selectable<CountyRollupTable>

interface SlotFunds {
  sums: FundSums
  fromLumps: FundSums
}

const read = new WeakMap<StateRow, SlotFunds>()

/** Later than anything: the fold over all that is known. */
const EVER = { asOf: '9999-12-31', knownAt: '9999-12-31T23:59:59.999Z' }

export const foldAll = (records: readonly CentreRecord[]): CentreState => foldCentre(records, EVER)

export const deriveState = (slot: NewSlot, records: readonly CentreRecord[]): StateRow => rowOf(slot, foldAll(records))

/** A slot's state as it is stored. */
export function rowOf(slot: NewSlot, state: CentreState): StateRow {
  const funds = { sums: state.funds, fromLumps: state.fromLumps }
  const row = {
    code: slot.code,
    county_code: slot.countyCode,
    version: state.version,
    updated_at: state.updatedAt,
    stage: state.stage,
    verified_stage: state.verifiedStage,
    funds: JSON.stringify(funds),
    state: JSON.stringify(state),
  }
  read.set(row, funds)
  return row
}

const add = (sums: FundSums, more: FundSums, sign = 1) => sums.map((sum, i) => sum + sign * (more[i] ?? 0))

/** County money not posted to a slot: lumps less their reversals. */
function lumpSums(countyRecords: readonly CentreRecord[]): FundSums {
  const sums = noFunds()
  for (const record of countyRecords) {
    if (record.kind !== 'fundEntry') continue
    const cell = fundCell(record.body.source, record.body.kind)
    sums[cell] = (sums[cell] ?? 0) + (record.body.reverses === undefined ? 1 : -1) * record.body.amountFen
  }
  return sums
}

/** Sums by the names of source and kind: `{"provincialBudget": {"issued": 0, …}, …}`. */
const named = (sums: FundSums): string =>
  JSON.stringify(
    Object.fromEntries(
      FUNDING_SOURCES.map(source => [
        source,
        Object.fromEntries(FUND_KINDS.map(kind => [kind, sums[fundCell(source, kind)] ?? 0])),
      ]),
    ),
  )

function countBy(values: readonly (string | null)[], otherwise: string): string {
  const counts: Record<string, number> = {}
  for (const key of new Set([...STAGES, otherwise])) {
    const count = values.filter(value => (value ?? otherwise) === key).length
    if (count > 0) counts[key] = count
  }
  return JSON.stringify(counts)
}

/** A state's sums, read once: a write sums up its whole county. */
function fundsOf(state: StateRow): SlotFunds {
  const funds = read.get(state) ?? (JSON.parse(state.funds) as SlotFunds)
  read.set(state, funds)
  return funds
}

/** One county's sums over its slots' states, and the part of its lumps that no slot has yet. */
export function deriveRollup(
  countyCode: string,
  states: readonly StateRow[],
  countyRecords: readonly CentreRecord[],
): RollupRow {
  const parts = states.map(fundsOf)
  const split = parts.reduce((sums, part) => add(sums, part.fromLumps), noFunds())
  return {
    county_code: countyCode,
    quota: states.length,
    by_stage: countBy(
      states.map(state => state.stage),
      'proposed',
    ),
    by_verified_stage: countBy(
      states.map(state => state.verified_stage),
      'unverified',
    ),
    funds: named(parts.reduce((sums, part) => add(sums, part.sums), noFunds())),
    unsplit: named(add(lumpSums(countyRecords), split, -1)),
  }
}
