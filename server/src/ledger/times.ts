import type { Moment } from '@lvliang/shared/centres/fold'
import { addDays, type CalendarDate, endOfDay, type Instant, shanghaiDay } from '@lvliang/shared/dates/calendar-date'
import { DomainError } from '../errors.ts'

/** The one source of "now", epoch milliseconds. */
export interface Clock {
  now(): number
}

/** A clock's now as an instant. */
export const instantOf = (clock: Clock): Instant => new Date(clock.now()).toISOString()

export const systemClock: Clock = { now: () => Date.now() }

/** The days a database may be asked about. */
export interface Times {
  /** The plan's today: the default of `asOf`. */
  today(): CalendarDate
  /** The last day `asOf` may name. */
  latestDay(): CalendarDate
  /** What is known by default when asking about a day. */
  now(asOf: CalendarDate): Instant
  /** The instant at which something is entered now. */
  entryInstant(): Instant
  /** Whether a given `knownAt` must not lie ahead, because what will be known by then may still change. */
  growing: boolean
}

const startOfDay = (day: CalendarDate) => `${addDays(day, -1)}T16:00:00.000Z`
const addMs = (instant: Instant, ms: number) => new Date(Date.parse(instant) + ms).toISOString()
const earlier = (a: CalendarDate, b: CalendarDate) => (a < b ? a : b)
const later = (a: CalendarDate, b: CalendarDate) => (a > b ? a : b)

/** A live database: its day is the real one, up to the last day of the plan year. */
export function liveTimes(clock: Clock, year: number): Times {
  const realToday = () => shanghaiDay(clock.now())
  return {
    today: () => earlier(realToday(), `${year}-12-31`),
    latestDay: realToday,
    now: () => instantOf(clock),
    entryInstant: () => instantOf(clock),
    growing: true,
  }
}

/** The demonstration stands still on one day of its year, at the hour it really is, and may look ahead to the last. */
export function demonstrationTimes(clock: Clock, today: CalendarDate, year: number): Times {
  return {
    today: () => today,
    latestDay: () => `${year}-12-31`,
    now: asOf => endOfDay(later(today, asOf)),
    entryInstant: () => addMs(startOfDay(today), clock.now() - Date.parse(startOfDay(shanghaiDay(clock.now())))),
    growing: false,
  }
}

export interface When {
  asOf?: CalendarDate | undefined
  knownAt?: string | undefined
}

/** The moment a request is about, or a refusal where it lies ahead. */
export function resolveMoment(times: Times, when: When): Moment {
  const asOf = when.asOf ?? times.today()
  if (asOf > times.latestDay()) throw aheadError('asOf', 'asOfInFuture', asOf, times.latestDay())
  const now = times.now(asOf)
  if (when.knownAt === undefined) return { asOf, knownAt: now }
  const knownAt = new Date(when.knownAt).toISOString()
  if (times.growing && knownAt > now) throw aheadError('knownAt', 'knownAtInFuture', knownAt, now)
  return { asOf, knownAt }
}

function aheadError(parameter: string, code: 'asOfInFuture' | 'knownAtInFuture', given: string, latest: string) {
  const message = `${parameter} ${given} 晚于 ${latest}，尚不能查询。 / ${parameter} ${given} is after ${latest}.`
  return new DomainError(code, message, [{ pointer: `/query/${parameter}`, code, message }])
}
