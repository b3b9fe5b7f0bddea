import type { EvaluatedCentre } from '@lvliang/shared/board/summarise'
import type { Basis } from '@lvliang/shared/centres/centre.schema'
import { type Evaluation, evaluateStanding } from '@lvliang/shared/centres/evaluate'
import { foldCentre, type Moment } from '@lvliang/shared/centres/fold'
import type { CentreRecord } from '@lvliang/shared/centres/record.schema'
import { type Programme, type Standing, standingOf } from '@lvliang/shared/centres/standing'
import type { CentreState } from '@lvliang/shared/centres/state'
import { Timeline } from '@lvliang/shared/centres/timeline'
import type { Instant } from '@lvliang/shared/dates/calendar-date'
import type { PlanFile } from '@lvliang/shared/plan/plan.schema'
import { insertByInstant } from '../lib/insert-by-instant.ts'
import type { Slot } from '../store/programme.repo.ts'

/** More than a year of a centre ever makes, unless many past knowledges are asked for. */
const KEPT_STATES = 64

/** A state with its standings, by the version of the plan they were made with. */
interface Known {
  state: CentreState
  standings: Map<PlanFile, Partial<Record<Basis, Standing>>>
}

/** The records of one centre with what they amount to, which few of the year's days change. */
export class CentreHistory {
  readonly slot: Slot
  readonly #records: CentreRecord[]
  #known: Timeline<Known>
  /** What was evaluated last in a basis: after an entry elsewhere it is asked for again. */
  readonly #evaluated: Partial<Record<Basis, { standing: Standing; today: string; found: EvaluatedCentre }>> = {}

  constructor(slot: Slot, records: readonly CentreRecord[]) {
    this.slot = slot
    this.#records = [...records]
    this.#known = this.#timeline()
  }

  get records(): readonly CentreRecord[] {
    return this.#records
  }

  /** Takes in an entry; what was made of the ones before is made anew when asked for. */
  add(record: CentreRecord): void {
    insertByInstant(this.#records, record, ({ recordedAt }) => recordedAt)
    this.#known = this.#timeline()
  }

  remove(record: CentreRecord): void {
    this.#records.splice(this.#records.lastIndexOf(record), 1)
    this.#known = this.#timeline()
  }

  /** All that was entered by an instant, whatever day it is about. */
  stateKnownAt(knownAt: Instant): CentreState {
    let asOf = ''
    for (const { date, recordedAt } of this.#records) if (recordedAt <= knownAt && date > asOf) asOf = date
    return this.#known.at({ asOf, knownAt }).state
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
    const { state, standings } = this.#known.at(moment)
    const byBasis = standings.get(programme.plan) ?? {}
    standings.set(programme.plan, byBasis)
    byBasis[programme.basis] ??= standingOf(this.slot, state, programme)
    return byBasis[programme.basis] as Standing
  }

  #timeline(): Timeline<Known> {
    return new Timeline(this.#records, KEPT_STATES, when => ({
      state: foldCentre(this.#records, when),
      standings: new Map(),
    }))
  }
}
