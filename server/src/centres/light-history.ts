import type { CentreDetail } from '@lvliang/shared/centres/centre.schema'
import { evaluationOn, lightOn } from '@lvliang/shared/centres/evaluate'
import { foldCentre, type Moment } from '@lvliang/shared/centres/fold'
import type { CentreRecord } from '@lvliang/shared/centres/record.schema'
import type { Slot } from '@lvliang/shared/centres/standing'
import { eachDay, endOfDay } from '@lvliang/shared/dates/calendar-date'
import type { PlanFile } from '@lvliang/shared/plan/plan.schema'
import type { Policy } from '@lvliang/shared/plan/policy.schema'

const least = (a: string, b: string) => (a < b ? a : b)

/** The light as it was shown on each day it changed: late but made good stays late here. */
export function lightHistory(
  { plan, policy }: { plan: PlanFile; policy: Policy },
  { slot, records }: { slot: Slot; records: readonly CentreRecord[] },
  moment: Moment,
): CentreDetail['lightHistory'] {
  const history: CentreDetail['lightHistory'] = []
  for (const day of eachDay(`${plan.year}-01-01`, moment.asOf)) {
    const state = foldCentre(records, { asOf: day, knownAt: least(endOfDay(day), moment.knownAt) })
    const { colour } = lightOn(slot, state, evaluationOn(plan, policy, day))
    if (history.at(-1)?.colour !== colour) history.push({ from: day, colour })
  }
  return history
}
