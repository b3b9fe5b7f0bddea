import type { OperationId } from '@lvliang/shared/accounts/access'
import type { CentreRecord, NewRecord } from '@lvliang/shared/centres/record.schema'
import type { CalendarDate, Instant } from '@lvliang/shared/dates/calendar-date'
import { actorOf } from '../access/actor.ts'
import { officeOf } from '../access/office.ts'
import type { RequestEnv } from '../access/request-env.ts'
import type { Store } from '../db/open.ts'
import { DomainError } from '../errors.ts'
import { maskRecord } from '../lib/mask.ts'
import { WorkQueue } from '../lib/work-queue.ts'
import { appendAuditAtOnce } from '../store/append-audit.ts'
import { type KeptStates, keptStates } from '../store/kept-states.ts'
import { recordInserts } from '../store/record.repo.ts'
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

type Listener = (records: readonly CentreRecord[]) => void

/**
 * The one way by which people's acts become records: one after the other, each in one transaction with the state that
 * follows from it and its audit, then known to the ledger and to whoever listens.
 */
export class Journal {
  readonly #store: Store
  readonly #ledger: Ledger
  readonly #times: Times
  #states: Promise<KeptStates>
  readonly #queue = new WorkQueue({ atOnce: 1, mostWaiting: Number.POSITIVE_INFINITY })
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
    return this.#queue.run(() => this.#enter(act))
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

  async #enter(act: Act): Promise<Entered> {
    const record = act.record()
    const repeated = this.#repeatOf(act.env, record)
    if (repeated) return { isNew: false, records: [repeated] }
    const turn = this.#turn()
    const drafts = [record, ...act.settle(turn)]
    const last = this.#ledger.last
    const records = drafts.map(
      (draft, i) => ({ ...this.#signed(act.env, draft, turn), seq: last.seq + 1 + i }) as CentreRecord,
    )
    const states = await this.#states
    const next = states.after(this.#ledger, records)
    const { db, atOnce } = this.#store
    await atOnce(run => {
      for (const query of recordInserts(db, records)) run(query)
      for (const query of states.writes(db, next)) run(query)
      appendAuditAtOnce(run, db, {
        at: turn.recordedAt,
        actor: actorOf(act.env),
        operation: act.operation,
        subject: act.subject,
        before: act.before?.(),
        after: records.map(({ id, kind, date, body }) => ({ id, kind, date, ...maskRecord(body) })),
      })
    })
    states.keep(next)
    this.#ledger.add(records)
    for (const listener of this.#listeners) listener(records)
    return { isNew: true, records }
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
    const message = '同一编号的操作内容不同，请换一个编号。 / An act with the same id says something else.'
    const { id, kind, date } = stored
    throw new DomainError('recordConflict', message, { current: { id, kind, date } })
  }
}
