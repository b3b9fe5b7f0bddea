import type { CentreDetail } from '@lvliang/shared/centres/centre.schema'
import type { Moment } from '@lvliang/shared/centres/fold'
import { dayOfInstant, eachDay, endOfDay } from '@lvliang/shared/dates/calendar-date'
import type { Ledger } from '../ledger/ledger.ts'

const least = (a: string, b: string) => (a < b ? a : b)

/**
 * The light as it was shown on each day it changed: late but made good stays late here. It begins with the plan year,
 * or with the day the programme became known where that is later: nothing was shown before.
 */
export function lightHistory(ledger: Ledger, code: string, moment: Moment): CentreDetail['lightHistory'] {
  const history: CentreDetail['lightHistory'] = []
  const { plan, addedAt } = ledger.firstProgramme
  const since = [`${plan.year}-01-01`, dayOfInstant(addedAt)].sort().at(-1) as string
  for (const day of eachDay(since, moment.asOf)) {
    const knownAt = least(endOfDay(day), moment.knownAt)
    const colour = ledger.evaluate(code, { asOf: day, knownAt }, 'reported')?.centre.light.colour
    if (colour && history.at(-1)?.colour !== colour) history.push({ from: day, colour })
  }
  return history
}
