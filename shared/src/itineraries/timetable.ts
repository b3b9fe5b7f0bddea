import type { CalendarDate } from '../dates/calendar-date.ts'
import { depotsOn, windowsOn } from './model.ts'
import type { Minutes, PlannedDay, Problem, Site, Stop, Team } from './problem.ts'

/** Where on the way lunch is taken: on the leg to stop `leg`, before leaving or on arrival. */
interface LunchPlace {
  leg: number
  onArrival: boolean
}

interface Timed {
  day: PlannedDay
  /** Minutes by which windows, lunch and the return are missed: 0 where the day can be kept. */
  late: Minutes
}

/** The first start of service for an arrival; the arrival itself where the site opens no more. */
function startOf(site: Site, date: CalendarDate, arrives: Minutes): { starts: Minutes; late: Minutes } {
  const windows = windowsOn(site, date)
  if (windows === null) return { starts: arrives, late: 0 }
  const window = windows.find(({ to }) => arrives <= to)
  if (window) return { starts: Math.max(arrives, window.from), late: 0 }
  return { starts: arrives, late: Math.max(1, arrives - (windows.at(-1)?.to ?? arrives)) }
}

function timed(problem: Problem, { team, date, sites }: DaySites, lunchPlace: LunchPlace | null): Timed {
  const { travel } = problem
  const depots = depotsOn(team, date)
  const [stops, places]: [Stop[], number[]] = [[], [...sites.map(({ place }) => place), depots.end]]
  let [clock, at, drive, late, departs] = [team.hours.from, depots.start, 0, 0, team.hours.from]
  let lunch: PlannedDay['lunch'] = null
  for (const [leg, place] of places.entries()) {
    const eats = team.lunch && lunchPlace?.leg === leg ? team.lunch : null
    const takeLunch = () => {
      if (!eats) return
      const starts = Math.max(clock, eats.from)
      late += Math.max(0, starts - eats.to)
      lunch = { starts, afterStops: leg }
      clock = starts + eats.minutes
    }
    const minutes = travel[at]?.[place] ?? 0
    if (!lunchPlace?.onArrival) takeLunch()
    if (leg === 0) departs = clock
    clock += minutes
    drive += minutes
    const arrives = clock
    if (lunchPlace?.onArrival) takeLunch()
    const site = sites[leg]
    if (site) {
      const start = startOf(site, date, clock)
      late += start.late
      // The first leg is driven as late as it may be: nobody waits in front of a closed site.
      const waits = leg > 0 ? 0 : (eats && lunchPlace?.onArrival && lunch ? lunchStart(lunch) : start.starts) - arrives
      departs += waits
      clock = start.starts + site.serviceMinutes
      stops.push({ siteId: site.id, arrives: arrives + waits, starts: start.starts, leaves: clock })
    }
    at = place
  }
  late += Math.max(0, clock - team.hours.to)
  if (team.lunch?.minutes && !lunch && clock > team.lunch.to) late += 100_000
  return { day: { teamId: team.id, date, departs, returns: clock, driveMinutes: drive, stops, lunch }, late }
}

const lunchStart = (lunch: { starts: Minutes }): Minutes => lunch.starts

export interface DaySites {
  team: Team
  date: CalendarDate
  /** In the order of the visits. */
  sites: readonly Site[]
}

/**
 * The times of a team's day for an order of stops: each as early as it can be, the departure as late, lunch where it
 * delays the return least. An order that cannot be kept gets times as well, the least late ones; `validatePlan` then
 * names what does not hold. O(stops²).
 */
export function timetable(problem: Problem, day: DaySites): PlannedDay {
  const places: (LunchPlace | null)[] = [null]
  if (day.team.lunch?.minutes)
    for (let leg = day.sites.length; leg >= 0; leg--) {
      if (leg < day.sites.length) places.push({ leg, onArrival: true })
      places.push({ leg, onArrival: false })
    }
  return places
    .map(place => timed(problem, day, place))
    .reduce((best, each) =>
      each.late < best.late || (each.late === best.late && each.day.returns < best.day.returns) ? each : best,
    ).day
}
