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
import { listProgrammes, type Programme, storeEmpty } from '../store/programme.repo.ts'
import { listRows, toRecord } from '../store/record.repo.ts'
import { CentreHistory } from './centre-history.ts'

/** Every slot of the quota on one day, in a basis; the order is that of the slots. */
export interface Snapshot {
  moment: Moment
  basis: Basis
  /** The version of the plan known then. */
  programme: Programme
  evaluation: Evaluation
  centres: readonly EvaluatedCentre[]
}

/** Enough for the days and bases one page asks for; what is not asked for again soon should be gone soon. */
const KEPT_SNAPSHOTS = 6

/** A version of the programme made ready; its histories are one for each slot, in the slots' order. */
interface Edition {
  programme: Programme
  prepared: Record<Basis, Prepared>
  histories: CentreHistory[]
}

interface Loaded {
  /** Oldest first, never empty. */
  editions: Edition[]
  byCentre: Map<string, CentreHistory>
  byCounty: Map<string, CentreRecord[]>
  /** Every instant at which something became known, ascending. */
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

  /** The version in force. */
  get programme(): Programme {
    return (this.#loaded.editions.at(-1) as Edition).programme
  }

  /** The version known at an instant. */
  programmeAt(knownAt: string): Programme {
    return this.#editionAt(knownAt).programme
  }

  /** The version that began it all. */
  get firstProgramme(): Programme {
    return (this.#loaded.editions[0] as Edition).programme
  }

  /** How much there is of what the store holds. */
  get sizes(): { slots: number; records: number } {
    const { byCentre, byCounty } = this.#loaded
    let records = 0
    for (const history of byCentre.values()) records += history.records.length
    for (const own of byCounty.values()) records += own.length
    return { slots: byCentre.size, records }
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

  /** One slot at a moment, without the others; undefined where the plan known then has no such slot. */
  evaluate(code: string, moment: Moment, basis: Basis): EvaluatedCentre | undefined {
    const { programme, prepared } = this.#editionAt(moment.knownAt)
    const history = this.#loaded.byCentre.get(code)
    if (history === undefined || history.slot.addedAt > programme.addedAt) return undefined
    return evaluateHistory(history, moment, onDay(prepared[basis], moment.asOf))
  }

  /** Instants between two entries know the same; the snapshot's moment names the earlier entry. */
  snapshot({ asOf, knownAt }: Moment, basis: Basis): Snapshot {
    const moment = { asOf, knownAt: lastUpTo(this.#loaded.instants, knownAt) ?? NOTHING_KNOWN }
    const key = `${moment.asOf} ${moment.knownAt} ${basis}`
    const kept = this.#snapshots.get(key)
    if (kept) return kept
    const { programme, prepared, histories } = this.#editionAt(moment.knownAt)
    const evaluation = onDay(prepared[basis], moment.asOf)
    const centres = histories.map(history => evaluateHistory(history, moment, evaluation))
    const snapshot = { moment, basis, programme, evaluation, centres }
    this.#snapshots.set(key, snapshot)
    return snapshot
  }

  /** Before anything was known, the first version stands: every slot of its quota, empty. */
  #editionAt(knownAt: string): Edition {
    const { editions } = this.#loaded
    return editions.findLast(({ programme }) => programme.addedAt <= knownAt) ?? (editions[0] as Edition)
  }
}

function evaluateHistory(history: CentreHistory, moment: Moment, evaluation: Evaluation): EvaluatedCentre {
  const standing = history.standingAt(moment, evaluation)
  return { state: standing.state, centre: evaluateStanding(standing, evaluation) }
}

async function loadAll(db: Db): Promise<Loaded> {
  const programmes = await listProgrammes(db)
  const newest = programmes.at(-1)
  if (newest === undefined) throw storeEmpty()
  const rows = await listRows(db)
  const { byCentre: records, byCounty } = groupRecords(rows.map(toRecord))
  const histories = newest.slots.map(slot => new CentreHistory(slot, records.get(slot.code) ?? []))
  const byCentre = new Map(histories.map(history => [history.slot.code, history]))
  const instants = [...rows.map(row => row.recorded_at), ...programmes.map(({ addedAt }) => addedAt)]
  return {
    editions: programmes.map(programme => editionOf(programme, byCentre)),
    byCentre,
    byCounty,
    instants: [...new Set(instants)].sort(),
    version: `${newest.version}.${rows.at(-1)?.seq ?? 0}`,
  }
}

function editionOf(programme: Programme, byCentre: ReadonlyMap<string, CentreHistory>): Edition {
  const { plan, policy, slots } = programme
  return {
    programme,
    prepared: { reported: programmeOf(plan, policy, 'reported'), verified: programmeOf(plan, policy, 'verified') },
    histories: slots.flatMap(slot => byCentre.get(slot.code) ?? []),
  }
}
