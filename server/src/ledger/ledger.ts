import type { EvaluatedCentre } from '@lvliang/shared/board/summarise'
import type { Basis } from '@lvliang/shared/centres/centre.schema'
import { type Evaluation, evaluateCentre, evaluationOn } from '@lvliang/shared/centres/evaluate'
import { foldCentre, type Moment } from '@lvliang/shared/centres/fold'
import type { CentreRecord } from '@lvliang/shared/centres/record.schema'
import type { CentreState } from '@lvliang/shared/centres/state'
import type { Db } from '../db/tables.ts'
import { LruCache } from '../lib/lru-cache.ts'
import { type GroupedRecords, groupRecords } from '../store/group-records.ts'
import { type Programme, readProgramme } from '../store/programme.repo.ts'
import { listRows, toRecord } from '../store/record.repo.ts'

/** Every slot of the quota on one day, in a basis; the order is that of the slots. */
export interface Snapshot {
  moment: Moment
  basis: Basis
  evaluation: Evaluation
  centres: readonly EvaluatedCentre[]
}

/** Slots kept evaluated, over all snapshots. */
const KEPT_SLOTS = 40_000

/**
 * The records of a database in memory, and what they amount to on the days asked for. Records only grow, so what
 * was computed stays true until the next entry.
 */
export class Ledger {
  readonly #db: Db
  #programme: Programme
  #records: GroupedRecords
  #version: string
  readonly #states = new LruCache<string, CentreState[]>(KEPT_SLOTS)
  readonly #snapshots = new LruCache<string, Snapshot>(KEPT_SLOTS)

  private constructor(db: Db, loaded: Loaded) {
    this.#db = db
    this.#programme = loaded.programme
    this.#records = loaded.records
    this.#version = loaded.version
  }

  static async load(db: Db): Promise<Ledger> {
    return new Ledger(db, await loadAll(db))
  }

  /** Reads the database again, after it was written. */
  async refresh(): Promise<void> {
    const loaded = await loadAll(this.#db)
    this.#programme = loaded.programme
    this.#records = loaded.records
    this.#version = loaded.version
    this.#states.clear()
    this.#snapshots.clear()
  }

  get programme(): Programme {
    return this.#programme
  }

  /** Changes with every entry. */
  get version(): string {
    return this.#version
  }

  recordsOfCentre(code: string): readonly CentreRecord[] {
    return this.#records.byCentre.get(code) ?? []
  }

  /** The county's own records, without those of its centres. */
  recordsOfCounty(code: string): readonly CentreRecord[] {
    return this.#records.byCounty.get(code) ?? []
  }

  snapshot(moment: Moment, basis: Basis): Snapshot {
    const key = `${moment.asOf} ${moment.knownAt} ${basis}`
    const kept = this.#snapshots.get(key)
    if (kept) return kept
    const { plan, policy, slots } = this.#programme
    const evaluation = evaluationOn(plan, policy, moment.asOf, basis)
    const states = this.#statesAt(moment)
    const centres = slots.map((slot, i) => {
      const state = states[i] as CentreState
      return { state, centre: evaluateCentre(slot, state, evaluation) }
    })
    const snapshot = { moment, basis, evaluation, centres }
    this.#snapshots.set(key, snapshot, slots.length)
    return snapshot
  }

  #statesAt(moment: Moment): CentreState[] {
    const key = `${moment.asOf} ${moment.knownAt}`
    const kept = this.#states.get(key)
    if (kept) return kept
    const states = this.#programme.slots.map(slot => foldCentre(this.recordsOfCentre(slot.code), moment))
    this.#states.set(key, states, states.length)
    return states
  }
}

interface Loaded {
  programme: Programme
  records: GroupedRecords
  version: string
}

async function loadAll(db: Db): Promise<Loaded> {
  const programme = await readProgramme(db)
  const rows = await listRows(db)
  return {
    programme,
    records: groupRecords(rows.map(toRecord)),
    version: `${programme.version}.${rows.at(-1)?.seq ?? 0}`,
  }
}
