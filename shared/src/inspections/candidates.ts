import type { EvaluatedCentre } from '../board/summarise.ts'
import type { Evaluation } from '../centres/evaluate.ts'
import { type CalendarDate, daysBetween } from '../dates/calendar-date.ts'
import type { Candidate } from './candidate.schema.ts'
import { backdatedStages, type RiskWeights, riskOf, unverifiedStages } from './risk.ts'
import { lastSeenOn, quarterStart, visitDays } from './site-days.ts'

export interface CandidateContext {
  at: Evaluation
  weights: RiskWeights
  /** The days of the visits to a centre still to come, in any order. */
  plannedDays(centre: string): readonly CalendarDate[]
}

/** Visits made and to come in the quarter of a day: one rule for the list and for the warning (减负). */
export function visitsInQuarter(made: readonly CalendarDate[], toCome: readonly CalendarDate[], today: CalendarDate) {
  const quarter = quarterStart(today)
  return [...made, ...toCome].filter(day => quarterStart(day) === quarter).length
}

/** The next day planned; a plan whose day has passed stands only where there is no other. */
function nextOf(days: readonly CalendarDate[], today: CalendarDate): CalendarDate | null {
  const sorted = [...days].sort()
  return sorted.find(day => day >= today) ?? sorted.at(-1) ?? null
}

/** A centre as a candidate for the next visits; `recused` is the asker's and said by whoever knows them. */
export function candidateOf(given: EvaluatedCentre, context: CandidateContext): Omit<Candidate, 'recused'> {
  const { centre, state } = given
  const { at, weights } = context
  const toCome = context.plannedDays(centre.code)
  const lastVisitOn = lastSeenOn(state)
  return {
    code: centre.code,
    county: centre.countyCode,
    name: centre.name,
    town: centre.town,
    position: centre.position && { lon: centre.position.lon, lat: centre.position.lat },
    stage: centre.stage,
    verification: centre.verification,
    light: centre.light.colour,
    risk: riskOf(given, at, weights),
    lastVisitOn,
    daysSinceVisit: lastVisitOn === null ? null : daysBetween(lastVisitOn, at.today),
    issueCounts: centre.issueCounts,
    unverifiedStages: unverifiedStages(state),
    backdatedStages: backdatedStages(given),
    visitsThisQuarter: visitsInQuarter(visitDays(state), toCome, at.today),
    plannedOn: nextOf(toCome, at.today),
  }
}
