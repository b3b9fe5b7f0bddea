import type { EvaluatedCentre } from '@lvliang/shared/board/summarise'
import type { Basis } from '@lvliang/shared/centres/centre.schema'
import { type Evaluation, evaluateStanding } from '@lvliang/shared/centres/evaluate'
import { foldCentre, type Moment, RunningFold } from '@lvliang/shared/centres/fold'
import type { CentreRecord } from '@lvliang/shared/centres/record.schema'
import { type Programme, type Standing, standingOf } from '@lvliang/shared/centres/standing'
import type { CentreState } from '@lvliang/shared/centres/state'
import { Timeline } from '@lvliang/shared/centres/timeline'
import type { CalendarDate, Instant } from '@lvliang/shared/dates/calendar-date'
import type { PlanFile } from '@lvliang/shared/plan/plan.schema'
import { insertByInstant } from '../lib/insert-by-instant.ts'
import type { Slot } from '../store/programme.repo.ts'
import { isStored } from './outlook.ts'

/** More than a year of a centre ever makes, unless many past knowledges are asked for. */
const KEPT_STATES = 64

/** A state with its standings, by the version of the plan they were made with. */
interface Known {
  state: CentreState
  standings: Map<PlanFile, Partial<Record<Basis, Standing>>>
}

/** All that the store holds of a centre, kept up to date once it is written to. */
interface Latest extends Known {
  fold: RunningFold
  /** From here on nothing of it lies ahead. */
  since: Moment
}

/** The records of one centre with what they amount to, which few of the year's days change. */
export class CentreHistory {
  readonly slot: Slot
  readonly #records: CentreRecord[]
  readonly #outlookFrom: Instant | undefined
  #latest: Latest | null = null
  #timeline: Timeline<Known> | null = null
  /** What was evaluated last in a basis: after an entry elsewhere it is asked for again. */
  readonly #evaluated: Partial<Record<Basis, { standing: Standing; today: string; found: EvaluatedCentre }>> = {}

  constructor(slot: Slot, records: readonly CentreRecord[]) {
    this.slot = slot
    this.#records = [...records]
    this.#outlookFrom = records.find(record => !isStored(record))?.recordedAt
  }

  get records(): readonly CentreRecord[] {
    return this.#records
  }

  /** Takes in the newest entry; what was made of the ones before is made anew when asked for. */
  add(record: CentreRecord): void {
    insertByInstant(this.#records, record, ({ recordedAt }) => recordedAt)
    this.#timeline = null
    const { fold, since } = this.#latest ?? {}
    this.#latest = fold?.add(record) && since ? latestOf(fold, momentAfter(since, record)) : null
  }

  /** Takes an entry back. */
  remove(record: CentreRecord): void {
    this.#records.splice(this.#records.lastIndexOf(record), 1)
    this.#timeline = null
    this.#latest = null
  }

  /** What all that the store holds amounts to, whatever day it is about. */
  storedState(): CentreState {
    this.#latest ??= foldStored(this.#records.filter(isStored))
    return this.#latest.state
  }

  evaluate(moment: Moment, evaluation: Evaluation): EvaluatedCentre {
    const { basis, today } = evaluation
    const standing = this.#standingAt(moment, evaluation)
    const kept = this.#evaluated[basis]
    if (kept?.standing === standing && kept.today === today) return kept.found
    const found = { state: standing.state, centre: evaluateStanding(standing, evaluation) }
    this.#evaluated[basis] = { standing, today, found }
    return found
  }

  #standingAt(moment: Moment, programme: Programme): Standing {
    const { state, standings } = this.#knownAt(moment)
    const byBasis = standings.get(programme.plan) ?? {}
    standings.set(programme.plan, byBasis)
    byBasis[programme.basis] ??= standingOf(this.slot, state, programme)
    return byBasis[programme.basis] as Standing
  }

  #knownAt(moment: Moment): Known {
    if (this.#latest && this.#isLatest(moment, this.#latest.since)) return this.#latest
    this.#timeline ??= new Timeline(this.#records, KEPT_STATES, when => ({
      state: foldCentre(this.#records, when),
      standings: new Map(),
    }))
    return this.#timeline.at(moment)
  }

  #isLatest({ asOf, knownAt }: Moment, since: Moment): boolean {
    const beforeOutlook = this.#outlookFrom === undefined || knownAt < this.#outlookFrom
    return asOf >= since.asOf && knownAt >= since.knownAt && beforeOutlook
  }
}

const later = (a: CalendarDate, b: CalendarDate) => (a > b ? a : b)

const momentAfter = ({ asOf, knownAt }: Moment, { date, recordedAt }: CentreRecord): Moment => ({
  asOf: later(asOf, date),
  knownAt: later(knownAt, recordedAt),
})

const latestOf = (fold: RunningFold, since: Moment): Latest => ({
  fold,
  since,
  state: fold.state(),
  standings: new Map(),
})

const foldStored = (records: readonly CentreRecord[]): Latest =>
  latestOf(new RunningFold(records), records.reduce(momentAfter, { asOf: '', knownAt: '' }))
