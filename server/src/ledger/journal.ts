import { setImmediate as nextTurn } from 'node:timers/promises'
import type { OperationId } from '@lvliang/shared/accounts/access'
import type { CentreRecord, NewRecord } from '@lvliang/shared/centres/record.schema'
import type { CalendarDate, Instant } from '@lvliang/shared/dates/calendar-date'
import { actorOf } from '../access/actor.ts'
import { officeOf } from '../access/office.ts'
import type { RequestEnv } from '../access/request-env.ts'
import type { Transact } from '../db/at-once.ts'
import type { Store } from '../db/open.ts'
import { DomainError } from '../errors.ts'
import { maskRecord } from '../lib/mask.ts'
import { WorkQueue } from '../lib/work-queue.ts'
import { type AuditAct, appendAuditAtOnce } from '../store/append-audit.ts'
import { type KeptStates, keptStates } from '../store/kept-states.ts'
import { recordInserts, recordOf } from '../store/record.repo.ts'
import { isSameRecord } from '../store/same-record.ts'
import type { Ledger } from './ledger.ts'
import type { Times } from './times.ts'

/** A record as an act brings it; who enters it and when is the journal's. */
export type Draft = NewRecord extends infer R
  ? R extends NewRecord
    ? Omit<R, 'recordedAt' | 'recordedBy' | 'origin' | 'accountId'>
    : never
  : never

/** The moment at which an act has its turn. */
export interface Turn {
  today: CalendarDate
  recordedAt: Instant
}

export interface Act {
  env: RequestEnv
  operation: OperationId
  subject: string
  /** The record that carries the act's own id: stored already with the same content, it is the same act. */
  record(): Draft
  /** Holds the act against the rules and versions at its turn, and answers the records that come with it. */
  settle(turn: Turn): readonly Draft[]
  /** What was so before, for the audit. */
  before?: () => unknown
}

export interface Entered {
  isNew: boolean
  records: readonly CentreRecord[]
}

const later = (a: Instant, b: Instant) => (a > b ? a : b)

function conflictWith({ id, kind, date }: CentreRecord): DomainError {
  const message = '同一编号的操作内容不同，请换一个编号。 / An act with the same id says something else.'
  return new DomainError('recordConflict', message, { current: { id, kind, date } })
}

type Listener = (records: readonly CentreRecord[]) => void

/** As many acts share a transaction: others want to be served, too. */
const MOST_TOGETHER = 32

interface Waiting {
  act: Act
  resolve(entered: Entered): void
  reject(reason: unknown): void
}

/** What became of an act at its turn; its sender is told once all that it was held against is stored. */
interface Turned {
  records: readonly CentreRecord[]
  audit: readonly AuditAct[]
  tell(): void
}

/**
 * The one way by which people's acts become records: one after the other, each in one transaction with the state that
 * follows from it and its audit, then known to whoever listens. Acts that come at the same time share a transaction.
 */
export class Journal {
  readonly #store: Store
  readonly #ledger: Ledger
  readonly #times: Times
  #states: Promise<KeptStates>
  readonly #queue = new WorkQueue({ atOnce: 1, mostWaiting: Number.POSITIVE_INFINITY })
  #waiting: Waiting[] = []
  readonly #listeners = new Set<Listener>()

  constructor(deps: { store: Store; ledger: Ledger; times: Times }) {
    this.#store = deps.store
    this.#ledger = deps.ledger
    this.#times = deps.times
    this.#states = keptStates(deps.store.db)
    // Whoever enters first is told.
    this.#states.catch(() => {})
  }

  enter(act: Act): Promise<Entered> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ act, resolve, reject })
      if (this.#waiting.length === 1) this.#queue.run(() => this.#enterWaiting())
    })
  }

  /** Calls back with the records of each act, once they are stored, with none where the plan changed; answers how to end that. */
  onEntered(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Runs work that changes the plan itself at its turn; all that is known is read again. */
  reshape<T>(work: (turn: Turn) => Promise<T>): Promise<T> {
    return this.#queue.run(async () => {
      const result = await work(this.#turn())
      this.#states = keptStates(this.#store.db)
      await this.#ledger.refresh()
      for (const listener of this.#listeners) listener([])
      return result
    })
  }

  async #enterWaiting(): Promise<void> {
    try {
      while (this.#waiting.length > 0) {
        // What arrives in this turn of the event loop comes along.
        await nextTurn()
        const states = await this.#states
        await this.#store.atOnce(transact =>
          this.#enterTogether(this.#waiting.splice(0, MOST_TOGETHER), { states, transact }),
        )
      }
    } catch (error) {
      for (const { reject } of this.#waiting.splice(0)) reject(error)
    }
  }

  /** Where the transaction fails, each act gets one of its own: what is wrong with one spoils no other. */
  #enterTogether(together: readonly Waiting[], means: { states: KeptStates; transact: Transact }): void {
    const turned = together.map(waiting => this.#takeTurn(waiting))
    const records = turned.flatMap(each => each.records)
    try {
      if (records.length > 0) this.#write(turned, records, means)
    } catch (error) {
      this.#ledger.takeBack(records)
      if (together.length === 1) together[0]?.reject(error)
      else for (const one of together) this.#enterTogether([one], means)
      return
    }
    for (const { tell } of turned) tell()
  }

  /** What an act enters is known at once to those that have their turn after it. */
  #takeTurn({ act, resolve, reject }: Waiting): Turned {
    try {
      const record = act.record()
      const repeated = this.#repeatOf(act.env, record)
      if (repeated) return { records: [], audit: [], tell: () => resolve({ isNew: false, records: [repeated] }) }
      const turn = this.#turn()
      const records = this.#numbered(act.env, [record, ...act.settle(turn)], turn)
      this.#refuseKnown(records)
      const audit = {
        at: turn.recordedAt,
        actor: actorOf(act.env),
        operation: act.operation,
        subject: act.subject,
        before: act.before?.(),
        after: records.map(({ id, kind, date, body }) => ({ id, kind, date, ...maskRecord(body) })),
      }
      this.#ledger.add(records)
      return { records, audit: [audit], tell: () => this.#tell({ isNew: true, records }, resolve) }
    } catch (error) {
      return { records: [], audit: [], tell: () => reject(error) }
    }
  }

  #write(
    turned: readonly Turned[],
    records: readonly CentreRecord[],
    { states, transact }: { states: KeptStates; transact: Transact },
  ): void {
    const { db } = this.#store
    const next = states.after(this.#ledger, records)
    transact(run => {
      for (const query of recordInserts(db, records)) run(query)
      for (const query of states.writes(db, next)) run(query)
      appendAuditAtOnce(
        run,
        db,
        turned.flatMap(({ audit }) => audit),
      )
    })
    states.keep(next)
  }

  #tell(entered: Entered, resolve: (entered: Entered) => void): void {
    resolve(entered)
    for (const listener of this.#listeners) listener(entered.records)
  }

  #numbered(env: RequestEnv, drafts: readonly Draft[], turn: Turn): CentreRecord[] {
    const { seq } = this.#ledger.last
    return drafts.map((draft, i) => recordOf(this.#signed(env, draft, turn), seq + 1 + i))
  }

  #turn(): Turn {
    const now = this.#times.entryInstant()
    const { recordedAt } = this.#ledger.last
    // A clock set back must not enter anything before what is known.
    return { today: this.#times.today(), recordedAt: later(now, recordedAt) }
  }

  #signed({ viewer }: RequestEnv, draft: Draft, { recordedAt }: Turn): NewRecord {
    const recordedBy = officeOf(viewer, this.#ledger.programme.plan)
    const accountId = viewer.accountId ?? undefined
    return { ...draft, recordedAt, recordedBy, origin: 'entry', accountId } as NewRecord
  }

  #repeatOf(env: RequestEnv, record: Draft): CentreRecord | undefined {
    const stored = this.#ledger.record(record.id)
    if (stored === undefined) return undefined
    // Said without a day, it was about the day of its entry.
    if (isSameRecord({ ...stored, date: record.date }, this.#signed(env, record, this.#turn()))) return stored
    throw conflictWith(stored)
  }

  /** The records that come with an act have ids of their own. */
  #refuseKnown(records: readonly CentreRecord[]): void {
    for (const [i, { id }] of records.entries()) {
      const known = this.#ledger.record(id) ?? records.slice(0, i).find(other => other.id === id)
      if (known) throw conflictWith(known)
    }
  }
}
