import type { EvaluatedCentre } from '@lvliang/shared/board/summarise'
import type { Basis } from '@lvliang/shared/centres/centre.schema'
import { type Evaluation, evaluateStanding } from '@lvliang/shared/centres/evaluate'
import { foldCentre, type Moment } from '@lvliang/shared/centres/fold'
import type { CentreRecord } from '@lvliang/shared/centres/record.schema'
import { type Programme, type Standing, standingOf } from '@lvliang/shared/centres/standing'
import { Timeline } from '@lvliang/shared/centres/timeline'
import type { PlanFile } from '@lvliang/shared/plan/plan.schema'
import { insertByInstant } from '../lib/insert-by-instant.ts'
import type { Slot } from '../store/programme.repo.ts'

/** More than a year of a centre ever makes, unless many past knowledges are asked for. */
const KEPT_STANDINGS = 64

/** The records of one centre with what they amount to, which few of the year's days change. */
export class CentreHistory {
  readonly slot: Slot
  readonly #records: CentreRecord[]
  /** By the version of the plan they were made with. */
  readonly #standings = new Map<PlanFile, Partial<Record<Basis, Timeline<Standing>>>>()
  /** What was evaluated last in a basis: after an entry elsewhere it is asked for again. */
  readonly #evaluated: Partial<Record<Basis, { standing: Standing; today: string; found: EvaluatedCentre }>> = {}

  constructor(slot: Slot, records: readonly CentreRecord[]) {
    this.slot = slot
    this.#records = [...records]
  }

  get records(): readonly CentreRecord[] {
    return this.#records
  }

  /** Takes in an entry; what was made of the ones before is made anew when asked for. */
  add(record: CentreRecord): void {
    insertByInstant(this.#records, record, ({ recordedAt }) => recordedAt)
    this.#standings.clear()
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
    const byBasis = this.#standings.get(programme.plan) ?? {}
    this.#standings.set(programme.plan, byBasis)
    byBasis[programme.basis] ??= new Timeline(this.#records, KEPT_STANDINGS, when =>
      standingOf(this.slot, foldCentre(this.#records, when), programme),
    )
    return byBasis[programme.basis]!.at(moment)
  }
}
