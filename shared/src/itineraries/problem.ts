import type { CalendarDate } from '../dates/calendar-date.ts'

/** Whole minutes: of a clock, counted from midnight, or of a length. */
export type Minutes = number

/** Both ends belong to it; `from` after `to` is never open. */
export interface TimeWindow {
  from: Minutes
  to: Minutes
}

export const TIERS = [1, 2, 3, 4] as const
/** 1 is the most urgent. */
export type Tier = (typeof TIERS)[number]

export interface Site {
  id: string
  /** Its row and column in the table of travel times. */
  place: number
  serviceMinutes: Minutes
  tier: Tier
  county?: string
  /** When service may *start*, by date; a date that is not named is open all day, an empty list is closed. */
  windows?: Readonly<Record<CalendarDate, readonly TimeWindow[]>>
  /** Service starts on this day at this minute or not at all; such a site is mandatory. */
  appointment?: { date: CalendarDate; minute: Minutes }
  mandatory?: boolean
  /** The last day on which a visit is of use. */
  deadline?: CalendarDate
  /** What a visit is worth where the objective is `profit`; a whole number. */
  profit?: number
  /** What it takes of a team's capacity. */
  demand?: number
}

/** Places where a day begins and ends. */
export interface Depots {
  start: number
  end: number
}

export interface Team {
  id: string
  depots: Depots
  /** Days that begin or end elsewhere, e.g. where the team stays overnight. */
  depotsByDate?: Readonly<Record<CalendarDate, Depots>>
  /** Departure not before, return not after. A limit on a day's length is the length of its hours. */
  hours: TimeWindow
  /** A break that *starts* between `from` and `to`, at a stop, unless the team is back by `to`. */
  lunch?: TimeWindow & { minutes: Minutes }
  daysOff?: readonly CalendarDate[]
  /** Counties it may not inspect. */
  recused?: readonly string[]
  /** The most demand it meets in a day; none: no limit. */
  capacity?: number
}

/** A site fixed to a team's day and, where `place` is given, to be its stop of that number, from 0. */
export interface Lock {
  siteId: string
  teamId: string
  date: CalendarDate
  place?: number
}

/** The order of a team's stops on a day: all that a person edits. */
export interface DayOrder {
  teamId: string
  date: CalendarDate
  stops: readonly { siteId: string }[]
}

/**
 * When to stop. By `iterations` the result depends on nothing else; by `milliseconds` of the clock `now` it does not
 * come later than that; with both, whichever is first.
 */
export interface Budget {
  iterations?: number
  milliseconds?: number
  now?: () => number
}

/**
 * `tiers`: the product's; see {@link Objective}. `profit`: mandatory sites, then the sum of profits, then travel.
 * `distance`: every site is mandatory, then travel.
 */
export type Aim = 'tiers' | 'profit' | 'distance'

/** What is to be planned. Sites and teams have different ids; all numbers are whole and not negative. */
export interface Problem {
  sites: readonly Site[]
  teams: readonly Team[]
  dates: readonly CalendarDate[]
  /** Minutes from place to place, `travel[from][to]`; it need not be symmetric. */
  travel: readonly (readonly Minutes[])[]
  locks?: readonly Lock[]
  /** A plan to stay close to. */
  previous?: readonly DayOrder[]
  aim?: Aim
  seed: number
  budget: Budget
}

/** What is made small, in this order. Where the aim is not `tiers`, team-days, changes and the longest day are 0. */
export interface Objective {
  /** Mandatory, appointed and locked sites without a visit. */
  unmet: number
  /** Other sites without a visit, of tier 1, 2, 3 and 4; by profit: the profit missed and three zeros. */
  unvisited: [number, number, number, number]
  teamDays: number
  /** Sites the previous plan visits that are not visited by the same team on the same day. */
  changed: number
  driveMinutes: Minutes
  /** From the beginning of a team's working hours to its return. */
  longestDay: Minutes
}

/** Negative where `a` is better, positive where `b` is. */
export function compareObjectives(a: Objective, b: Objective): number {
  const [left, right] = [a, b].map(o => [
    o.unmet,
    ...o.unvisited,
    o.teamDays,
    o.changed,
    o.driveMinutes,
    o.longestDay,
  ]) as [number[], number[]]
  const first = left.findIndex((value, i) => value !== right[i])
  return first === -1 ? 0 : (left[first] ?? 0) - (right[first] ?? 0)
}

export interface Stop {
  siteId: string
  arrives: Minutes
  starts: Minutes
  leaves: Minutes
}

/** A team's day with its times. Driving, waiting, service and lunch fill it from departure to return. */
export interface PlannedDay {
  teamId: string
  date: CalendarDate
  departs: Minutes
  returns: Minutes
  driveMinutes: Minutes
  stops: Stop[]
  /** When lunch begins, and the number of stops already left by then; null: back in time for it, or there is none. */
  lunch: { starts: Minutes; afterStops: number } | null
}

/**
 * `recusal`: no team that works may visit it. `tooFar`: there and back does not fit into any day. `window`: it would
 * fit, but not in the hours, days or the order that are set for it. `noTime`: it could be visited, but not beside what
 * is more important.
 */
export const UNVISITED_REASONS = ['noTime', 'window', 'recusal', 'tooFar'] as const
export type UnvisitedReason = (typeof UNVISITED_REASONS)[number]

export interface Unvisited {
  siteId: string
  reason: UnvisitedReason
  /** The least a team-day of the plan would grow by: detour and service; null where there is no team-day for it. */
  extraMinutes: Minutes | null
}

export interface Plan {
  days: PlannedDay[]
  unvisited: Unvisited[]
  objective: Objective
}
