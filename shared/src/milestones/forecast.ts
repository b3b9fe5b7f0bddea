import { addDays, type CalendarDate } from '../dates/calendar-date.ts'
import type { Policy } from '../plan/policy.schema.ts'
import { REPORTABLE_STAGES, type Stage, stageOrder } from '../plan/stage.ts'

export type ForecastStage = keyof Policy['standardDays']
const FORECAST_STAGES = REPORTABLE_STAGES.filter(
  stage => stageOrder(stage) <= stageOrder('mainStructure'),
) as ForecastStage[]

export interface Forecast {
  /** Forecast day of each stage not yet reached, up to the main structure. */
  days: Partial<Record<ForecastStage, CalendarDate>>
  /** The next stage is past its standard days, so its forecast is the least still needed. */
  overrun: boolean
}

const later = (a: CalendarDate, b: CalendarDate) => (a > b ? a : b)

function nextStageEnd(
  stage: Stage,
  next: ForecastStage,
  reachedOn: CalendarDate | null,
  today: CalendarDate,
  policy: Policy,
) {
  const standard = policy.standardDays[next].value
  if (reachedOn === null) return { end: addDays(today, standard), overrun: false }
  const expected = addDays(reachedOn, standard)
  const overrun = stageOrder(stage) >= stageOrder('foundation') && expected < today
  return { end: overrun ? addDays(today, policy.overrunDays.value) : later(today, expected), overrun }
}

/**
 * When each stage not yet reached will be, at the standard pace: the next one at max(today, day of the stage
 * reached + its standard days), the others after it by theirs. From the foundation on, a stage past its standard
 * days still needs the policy's least days. An empty slot (`reachedOn` null) starts from today.
 */
export function forecast(stage: Stage, reachedOn: CalendarDate | null, today: CalendarDate, policy: Policy): Forecast {
  const ahead = FORECAST_STAGES.filter(next => stageOrder(next) > stageOrder(stage))
  const [next, ...others] = ahead
  if (next === undefined) return { days: {}, overrun: false }
  const first = nextStageEnd(stage, next, reachedOn, today, policy)
  const days: Forecast['days'] = { [next]: first.end }
  let end = first.end
  for (const other of others) {
    end = addDays(end, policy.standardDays[other].value)
    days[other] = end
  }
  return { days, overrun: first.overrun }
}

/** The latest day work can start and still meet the main structure's due day, counting back (倒排工期). */
export function latestSafeStart(mainStructureDue: CalendarDate, policy: Policy): CalendarDate {
  const { foundation, mainStructure } = policy.standardDays
  return addDays(mainStructureDue, -(foundation.value + mainStructure.value))
}
