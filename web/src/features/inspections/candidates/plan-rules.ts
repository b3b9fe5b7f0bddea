import { addDays, type CalendarDate, weekday } from '@lvliang/shared/dates/calendar-date'
import type { Candidate } from '@lvliang/shared/inspections/candidate.schema'
import type { InspectorList } from '@lvliang/shared/inspections/visit.schema'

export type Inspector = InspectorList['items'][number]

const quarterOf = (day: CalendarDate) => `${day.slice(0, 4)} ${Math.floor((Number(day.slice(5, 7)) - 1) / 3)}`

/** The next day from Monday to Friday. */
export function nextWeekday(today: CalendarDate): CalendarDate {
  const day = addDays(today, 1)
  const isOff = weekday(day) === 0 || weekday(day) === 6
  return isOff ? nextWeekday(day) : day
}

/** Candidates that one visit more on a day takes over the cap of the quarter now counted. */
export const overCap = (candidates: readonly Candidate[], on: CalendarDate, today: CalendarDate, cap: number) =>
  quarterOf(on) === quarterOf(today) ? candidates.filter(({ visitsThisQuarter }) => visitsThisQuarter >= cap) : []

/** Whether somebody is at home where a visit goes. */
export const isRecused = ({ homeCounty }: Inspector, counties: ReadonlySet<string>): boolean =>
  homeCounty !== null && counties.has(homeCounty)
