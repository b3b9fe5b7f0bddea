import type { EvaluatedCentre } from '@lvliang/shared/board/summarise'
import type { Basis } from '@lvliang/shared/centres/centre.schema'
import { type Evaluation, onDay } from '@lvliang/shared/centres/evaluate'
import type { Moment } from '@lvliang/shared/centres/fold'
import type { CentreRecord, NewRecord } from '@lvliang/shared/centres/record.schema'
import { type Programme as Prepared, programmeOf } from '@lvliang/shared/centres/standing'
import type { CentreState } from '@lvliang/shared/centres/state'
import type { CalendarDate } from '@lvliang/shared/dates/calendar-date'
import type { Db } from '../db/tables.ts'
import { insertByInstant } from '../lib/insert-by-instant.ts'
import { lastUpTo } from '../lib/last-up-to.ts'
import { listOf } from '../lib/list-of.ts'
import { LruCache } from '../lib/lru-cache.ts'
import { groupRecords } from '../store/group-records.ts'
import { isOf, listProgrammes, type Programme, type Slot, storeEmpty } from '../store/programme.repo.ts'
import { listRows, recordOf, toRecord } from '../store/record.repo.ts'
import { CentreHistory } from './centre-history.ts'
import { isStored, OUTLOOK_SEQ } from './outlook.ts'

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
  /** The day evaluated last, by basis. */
  days: Partial<Record<Basis, Evaluation>>
  histories: CentreHistory[]
}

interface Loaded {
  byId: Map<string, CentreRecord>
  /** What the store holds, in its order. */
  stored: CentreRecord[]
  /** Oldest first, never empty. */
  editions: Edition[]
  byCentre: Map<string, CentreHistory>
  byCounty: Map<string, CentreRecord[]>
  /** Every instant at which something became known, ascending. */
  instants: string[]
  planVersion: number
}

const NOTHING_KNOWN = '0001-01-01T00:00:00.000Z'

/**
 * The records of a database in memory, and what they amount to on the days asked for. Records only grow, so what
 * was computed stays true until the next entry.
 */
export class Ledger {
  readonly #db: Db
  readonly #outlook: readonly NewRecord[]
  #loaded: Loaded
  readonly #snapshots = new LruCache<string, Snapshot>(KEPT_SNAPSHOTS)

  private constructor(db: Db, outlook: readonly NewRecord[], loaded: Loaded) {
    this.#db = db
    this.#outlook = outlook
    this.#loaded = loaded
  }

  /** `outlook` are records shown beside those of the store, all entered after them. */
  static async load(db: Db, outlook: readonly NewRecord[] = []): Promise<Ledger> {
    return new Ledger(db, outlook, await loadAll(db, outlook))
  }

  /** Reads the database again, after it was written. */
  async refresh(): Promise<void> {
    this.#loaded = await loadAll(this.#db, this.#outlook)
    this.#snapshots.clear()
  }

  /** Takes in what was just entered. */
  add(records: readonly CentreRecord[]): void {
    const loaded = this.#loaded
    for (const record of records) {
      loaded.byId.set(record.id, record)
      loaded.stored.push(record)
      insertInstant(loaded.instants, record.recordedAt)
      if (record.centreCode !== null) loaded.byCentre.get(record.centreCode)?.add(record)
      else insertByInstant(listOf(loaded.byCounty, record.countyCode), record, ({ recordedAt }) => recordedAt)
    }
    this.#snapshots.clear()
  }

  /** Takes back what was added last and could not be stored. */
  takeBack(records: readonly CentreRecord[]): void {
    const { byId, stored, byCentre, byCounty } = this.#loaded
    for (const record of records) {
      byId.delete(record.id)
      stored.splice(stored.lastIndexOf(record), 1)
      if (record.centreCode !== null) byCentre.get(record.centreCode)?.remove(record)
      else listOf(byCounty, record.countyCode).splice(listOf(byCounty, record.countyCode).lastIndexOf(record), 1)
    }
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
    return `${this.#loaded.planVersion}.${this.last.seq}`
  }

  /** The newest entry of the store: its place in the order and its instant. */
  get last(): { seq: number; recordedAt: string } {
    return this.#loaded.stored.at(-1) ?? { seq: 0, recordedAt: '' }
  }

  /** What readers are shown beside what the store holds. */
  get outlook(): readonly NewRecord[] {
    return this.#outlook
  }

  /** The record with an id; undefined: there is none. */
  record(id: string): CentreRecord | undefined {
    return this.#loaded.byId.get(id)
  }

  /** The slot with a code, as long as it stands. */
  slot(code: string): Slot | undefined {
    const slot = this.#loaded.byCentre.get(code)?.slot
    return slot !== undefined && isOf(slot, this.programme.addedAt) ? slot : undefined
  }

  /** The slots of a county that stand. */
  slotsOf(county: string): Slot[] {
    return this.programme.slots.filter(slot => slot.countyCode === county)
  }

  /** The records of the store entered after the one at a place, in their order. */
  recordsAfter(seq: number): CentreRecord[] {
    const { stored } = this.#loaded
    return stored.slice(stored.findLastIndex(record => record.seq <= seq) + 1)
  }

  recordsOfCentre(code: string): readonly CentreRecord[] {
    return this.#loaded.byCentre.get(code)?.records ?? []
  }

  /** The county's own records, without those of its centres. */
  recordsOfCounty(code: string): readonly CentreRecord[] {
    return this.#loaded.byCounty.get(code) ?? []
  }

  /** Those of a centre that the store holds: without the outlook. */
  storedOfCentre(code: string): readonly CentreRecord[] {
    return this.recordsOfCentre(code).filter(isStored)
  }

  /** What all of a centre that the store holds amounts to, whatever day it is about. */
  storedState(code: string): CentreState | undefined {
    return this.#loaded.byCentre.get(code)?.storedState()
  }

  storedOfCounty(code: string): readonly CentreRecord[] {
    return this.recordsOfCounty(code).filter(isStored)
  }

  /** One slot at a moment, without the others; undefined where the plan known then has no such slot. */
  evaluate(code: string, moment: Moment, basis: Basis): EvaluatedCentre | undefined {
    const edition = this.#editionAt(moment.knownAt)
    const history = this.#loaded.byCentre.get(code)
    if (history === undefined || !isOf(history.slot, edition.programme.addedAt)) return undefined
    return history.evaluate(moment, evaluationOf(edition, moment.asOf, basis))
  }

  /** Instants between two entries know the same; the snapshot's moment names the earlier entry. */
  snapshot({ asOf, knownAt }: Moment, basis: Basis): Snapshot {
    const moment = { asOf, knownAt: lastUpTo(this.#loaded.instants, knownAt) ?? NOTHING_KNOWN }
    const key = `${moment.asOf} ${moment.knownAt} ${basis}`
    const kept = this.#snapshots.get(key)
    if (kept) return kept
    const edition = this.#editionAt(moment.knownAt)
    const { programme, histories } = edition
    const evaluation = evaluationOf(edition, moment.asOf, basis)
    const centres = histories.map(history => history.evaluate(moment, evaluation))
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

function evaluationOf({ prepared, days }: Edition, day: CalendarDate, basis: Basis): Evaluation {
  const kept = days[basis]
  if (kept?.today === day) return kept
  const evaluation = onDay(prepared[basis], day)
  days[basis] = evaluation
  return evaluation
}

/** Keeps the instants ascending and each once. */
function insertInstant(instants: string[], instant: string): void {
  if (lastUpTo(instants, instant) !== instant) insertByInstant(instants, instant, each => each)
}

async function loadAll(db: Db, outlook: readonly NewRecord[]): Promise<Loaded> {
  const programmes = await listProgrammes(db)
  const newest = programmes.at(-1)
  if (newest === undefined) throw storeEmpty()
  const stored = (await listRows(db)).map(toRecord)
  const records = stored.concat(outlook.map((record, i) => recordOf(record, OUTLOOK_SEQ + i)))
  const { byCentre: grouped, byCounty } = groupRecords(records)
  const slots = new Map(programmes.flatMap(programme => programme.slots.map(slot => [slot.code, slot])))
  const histories = [...slots.values()].map(slot => new CentreHistory(slot, grouped.get(slot.code) ?? []))
  const byCentre = new Map(histories.map(history => [history.slot.code, history]))
  const instants = [...records.map(record => record.recordedAt), ...programmes.map(({ addedAt }) => addedAt)]
  return {
    editions: programmes.map(programme => editionOf(programme, byCentre)),
    byCentre,
    byCounty,
    byId: new Map(records.map(record => [record.id, record])),
    stored,
    instants: [...new Set(instants)].sort(),
    planVersion: newest.version,
  }
}

function editionOf(programme: Programme, byCentre: ReadonlyMap<string, CentreHistory>): Edition {
  const { plan, policy, slots } = programme
  return {
    programme,
    days: {},
    prepared: { reported: programmeOf(plan, policy, 'reported'), verified: programmeOf(plan, policy, 'verified') },
    histories: slots.flatMap(slot => byCentre.get(slot.code) ?? []),
  }
}
