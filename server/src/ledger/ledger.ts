import type { EvaluatedCentre } from '@lvliang/shared/board/summarise'
import type { Basis } from '@lvliang/shared/centres/centre.schema'
import { type Evaluation, evaluateStanding, onDay } from '@lvliang/shared/centres/evaluate'
import type { Moment } from '@lvliang/shared/centres/fold'
import type { CentreRecord } from '@lvliang/shared/centres/record.schema'
import { type Programme as Prepared, programmeOf } from '@lvliang/shared/centres/standing'
import type { Db } from '../db/tables.ts'
import { lastUpTo } from '../lib/last-up-to.ts'
import { LruCache } from '../lib/lru-cache.ts'
import { groupRecords } from '../store/group-records.ts'
import { type Programme, readProgramme } from '../store/programme.repo.ts'
import { listRows, toRecord } from '../store/record.repo.ts'
import { CentreHistory } from './centre-history.ts'

/** Every slot of the quota on one day, in a basis; the order is that of the slots. */
export interface Snapshot {
  moment: Moment
  basis: Basis
  evaluation: Evaluation
  centres: readonly EvaluatedCentre[]
}

/** Enough for the days and bases one page asks for; what is not asked for again soon should be gone soon. */
const KEPT_SNAPSHOTS = 6

interface Loaded {
  programme: Programme
  prepared: Record<Basis, Prepared>
  /** One for each slot, in the slots' order. */
  histories: CentreHistory[]
  byCentre: Map<string, CentreHistory>
  byCounty: Map<string, CentreRecord[]>
  /** Every instant of entry once, ascending. */
  instants: string[]
  version: string
}

const NOTHING_KNOWN = '0001-01-01T00:00:00.000Z'

/**
 * The records of a database in memory, and what they amount to on the days asked for. Records only grow, so what
 * was computed stays true until the next entry.
 */
export class Ledger {
  readonly #db: Db
  #loaded: Loaded
  readonly #snapshots = new LruCache<string, Snapshot>(KEPT_SNAPSHOTS)

  private constructor(db: Db, loaded: Loaded) {
    this.#db = db
    this.#loaded = loaded
  }

  static async load(db: Db): Promise<Ledger> {
    return new Ledger(db, await loadAll(db))
  }

  /** Reads the database again, after it was written. */
  async refresh(): Promise<void> {
    this.#loaded = await loadAll(this.#db)
    this.#snapshots.clear()
  }

  get programme(): Programme {
    return this.#loaded.programme
  }

  /** Changes with every entry. */
  get version(): string {
    return this.#loaded.version
  }

  recordsOfCentre(code: string): readonly CentreRecord[] {
    return this.#loaded.byCentre.get(code)?.records ?? []
  }

  /** The county's own records, without those of its centres. */
  recordsOfCounty(code: string): readonly CentreRecord[] {
    return this.#loaded.byCounty.get(code) ?? []
  }

  /** One slot at a moment, without the others; undefined where the plan has no such slot. */
  evaluate(code: string, moment: Moment, basis: Basis): EvaluatedCentre | undefined {
    const history = this.#loaded.byCentre.get(code)
    return history && evaluateHistory(history, moment, onDay(this.#loaded.prepared[basis], moment.asOf))
  }

  /** Instants between two entries know the same; the snapshot's moment names the earlier entry. */
  snapshot({ asOf, knownAt }: Moment, basis: Basis): Snapshot {
    const moment = { asOf, knownAt: lastUpTo(this.#loaded.instants, knownAt) ?? NOTHING_KNOWN }
    const key = `${moment.asOf} ${moment.knownAt} ${basis}`
    const kept = this.#snapshots.get(key)
    if (kept) return kept
    const evaluation = onDay(this.#loaded.prepared[basis], moment.asOf)
    const centres = this.#loaded.histories.map(history => evaluateHistory(history, moment, evaluation))
    const snapshot = { moment, basis, evaluation, centres }
    this.#snapshots.set(key, snapshot)
    return snapshot
  }
}

function evaluateHistory(history: CentreHistory, moment: Moment, evaluation: Evaluation): EvaluatedCentre {
  const standing = history.standingAt(moment, evaluation)
  return { state: standing.state, centre: evaluateStanding(standing, evaluation) }
}

async function loadAll(db: Db): Promise<Loaded> {
  const programme = await readProgramme(db)
  const rows = await listRows(db)
  const { byCentre, byCounty } = groupRecords(rows.map(toRecord))
  const histories = programme.slots.map(slot => new CentreHistory(slot, byCentre.get(slot.code) ?? []))
  const { plan, policy } = programme
  return {
    programme,
    prepared: { reported: programmeOf(plan, policy, 'reported'), verified: programmeOf(plan, policy, 'verified') },
    histories,
    byCentre: new Map(programme.slots.map((slot, i) => [slot.code, histories[i] as CentreHistory])),
    byCounty,
    instants: [...new Set(rows.map(row => row.recorded_at))].sort(),
    version: `${programme.version}.${rows.at(-1)?.seq ?? 0}`,
  }
}
