import type { Basis } from '@lvliang/shared/centres/centre.schema'
import { foldCentre, type Moment } from '@lvliang/shared/centres/fold'
import type { CentreRecord } from '@lvliang/shared/centres/record.schema'
import { type Programme, type Slot, type Standing, standingOf } from '@lvliang/shared/centres/standing'
import { Timeline } from '@lvliang/shared/centres/timeline'

/** More than a year of a centre ever makes, unless many past knowledges are asked for. */
const KEPT_STANDINGS = 64

/** The records of one centre with what they amount to, which few of the year's days change. */
export class CentreHistory {
  readonly slot: Slot
  readonly records: readonly CentreRecord[]
  readonly #standings: Partial<Record<Basis, Timeline<Standing>>> = {}

  constructor(slot: Slot, records: readonly CentreRecord[]) {
    this.slot = slot
    this.records = records
  }

  standingAt(moment: Moment, programme: Programme): Standing {
    this.#standings[programme.basis] ??= new Timeline(this.records, KEPT_STANDINGS, when =>
      standingOf(this.slot, foldCentre(this.records, when), programme),
    )
    return this.#standings[programme.basis]!.at(moment)
  }
}
