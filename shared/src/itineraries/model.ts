import type { CalendarDate } from '../dates/calendar-date.ts'
import type { Aim, Depots, Lock, Problem, Site, Team, TimeWindow } from './problem.ts'

/** Later than any day ends: a time that cannot be met. */
export const NEVER = 1_500_000_000
/** The greatest minute, distance or profit that is taken. */
const GREATEST = 500_000_000
const MOST_SITES = 1000

/** A team on a day: one route. */
export interface TeamDay {
  team: Team
  date: CalendarDate
  depots: Depots
}

/**
 * The problem as the search reads it. Sites are 0 … n − 1 in the order of their ids, team-days 0 … m − 1 by date and
 * id of the team. A node is a site, or the start (n + r) or the end (n + m + r) of team-day r.
 */
export interface Model {
  aim: Aim
  sites: readonly Site[]
  days: readonly TeamDay[]
  n: number
  m: number
  /** Travel as one table; that from node a to node b is at `row[a] + column[b]`. */
  travel: Int32Array
  row: Int32Array
  column: Int32Array
  service: Int32Array
  demand: Int32Array
  /** By date and site, at `dateBase[r] + site`: first and last start, and all windows where there are several. */
  open: Int32Array
  close: Int32Array
  several: (readonly TimeWindow[] | undefined)[]
  dateBase: Int32Array
  from: Int32Array
  to: Int32Array
  capacity: Int32Array
  lunchMinutes: Int32Array
  lunchFrom: Int32Array
  lunchTo: Int32Array
  /** 1 where team-day r may visit the site, at `r * n + site`. */
  allowed: Uint8Array
  /** Team-days with the same number are the same as long as they are empty. */
  twin: Int32Array
  /** 1 where neither lunch, several windows nor numbered stops need the longer way of counting. */
  plain: Uint8Array
  /** The number of the stop a site is fixed to, or −1. */
  fixedPlace: Int32Array
  /** The team-day of the previous plan: −1 none, −2 one that there is no more. */
  previousDay: Int32Array
  mandatory: Uint8Array
}

export const byId = <T extends { id: string }>(a: T, b: T): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** Windows in order, overlaps joined, the closed ones left out. */
export function tidyWindows(windows: readonly TimeWindow[]): TimeWindow[] {
  const tidy: TimeWindow[] = []
  for (const { from, to } of windows.filter(w => w.from <= w.to).toSorted((a, b) => a.from - b.from)) {
    const last = tidy.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else tidy.push({ from, to })
  }
  return tidy
}

/** When service at a site may start on a date: null where nothing is said about it. */
export function windowsOn(site: Site, date: CalendarDate): TimeWindow[] | null {
  if (site.deadline !== undefined && date > site.deadline) return []
  const given = site.windows?.[date]
  if (!site.appointment) return given ? tidyWindows(given) : null
  const { minute } = site.appointment
  if (site.appointment.date !== date) return []
  const fits = !given || given.some(({ from, to }) => from <= minute && minute <= to)
  return fits ? [{ from: minute, to: minute }] : []
}

export const depotsOn = (team: Team, date: CalendarDate): Depots => team.depotsByDate?.[date] ?? team.depots
export const isRecused = (team: Team, site: Site): boolean =>
  site.county !== undefined && (team.recused?.includes(site.county) ?? false)
export const works = (team: Team, date: CalendarDate): boolean => !team.daysOff?.includes(date)

function checkNumbers(what: string, values: readonly number[]): void {
  const wrong = values.find(value => !Number.isInteger(value) || value < 0 || value > GREATEST)
  if (wrong !== undefined) throw new RangeError(`${what}: ${wrong} is no whole number from 0 to ${GREATEST}`)
}

function checkIds(what: string, ids: readonly string[]): void {
  if (new Set(ids).size !== ids.length) throw new RangeError(`${what}: the same one twice`)
}

/** Throws a RangeError where ids repeat, a number is no whole one, or a place is not in the table of travel times. */
export function checkProblem({ sites, teams, dates, travel }: Problem): void {
  if (sites.length > MOST_SITES) throw new RangeError(`more than ${MOST_SITES} sites`)
  checkIds(
    'sites',
    sites.map(({ id }) => id),
  )
  checkIds(
    'teams',
    teams.map(({ id }) => id),
  )
  checkIds('dates', dates)
  for (const row of travel) {
    if (row.length !== travel.length) throw new RangeError('the table of travel times is not square')
    checkNumbers('travel', row)
  }
  const inTable = (place: number) => Number.isInteger(place) && place >= 0 && place < travel.length
  for (const { id, place, serviceMinutes, profit = 0, demand = 0 } of sites) {
    checkNumbers(`site ${id}`, [serviceMinutes, profit, demand])
    if (!inTable(place)) throw new RangeError(`site ${id}: no place ${place}`)
  }
  for (const { id, hours, depots, depotsByDate = {}, lunch, capacity = 0 } of teams) {
    checkNumbers(`team ${id}`, [hours.from, hours.to, capacity, lunch?.from ?? 0, lunch?.to ?? 0, lunch?.minutes ?? 0])
    for (const { start, end } of [depots, ...Object.values(depotsByDate)])
      if (!inTable(start) || !inTable(end)) throw new RangeError(`team ${id}: no place ${start} or ${end}`)
  }
}

function teamDays({ teams, dates }: Problem): TeamDay[] {
  const sorted = teams.toSorted(byId)
  return dates
    .toSorted()
    .flatMap(date =>
      sorted.filter(team => works(team, date)).map(team => ({ team, date, depots: depotsOn(team, date) })),
    )
}

/** Equal texts for team-days that cannot be told apart while they are empty. */
function twins(
  days: readonly TeamDay[],
  allowed: Uint8Array,
  n: number,
  told: 'apart' | 'by date' | 'alike',
): Int32Array {
  const numbers = new Map<string, number>()
  return Int32Array.from(days, ({ team, date, depots }, r) => {
    const { hours, lunch, capacity } = team
    const visits = allowed.subarray(r * n, r * n + n).join('')
    const when = told === 'alike' || (told === 'apart' ? r : date)
    const key = JSON.stringify([depots.start, depots.end, hours, lunch, capacity, when, visits])
    const number = numbers.get(key) ?? r
    numbers.set(key, number)
    return number
  })
}

const lockOf = (locks: readonly Lock[], site: Site): Lock | undefined => locks.find(({ siteId }) => siteId === site.id)

/** Reads a problem once. Throws a RangeError as {@link checkProblem} does. */
export function createModel(problem: Problem): Model {
  checkProblem(problem)
  const { travel, locks = [], previous = [], aim = 'tiers' } = problem
  const sites = problem.sites.toSorted(byId)
  const days = teamDays(problem)
  const dates = [...new Set(days.map(({ date }) => date))]
  const [n, m, places] = [sites.length, days.length, travel.length]
  const nodes = [
    ...sites.map(({ place }) => place),
    ...days.map(({ depots }) => depots.start),
    ...days.map(({ depots }) => depots.end),
  ]

  const open = new Int32Array(dates.length * n)
  const close = new Int32Array(dates.length * n).fill(GREATEST)
  const several: Model['several'] = []
  for (const [d, date] of dates.entries())
    for (const [i, site] of sites.entries()) {
      const windows = windowsOn(site, date)
      if (!windows) continue
      open[d * n + i] = windows[0]?.from ?? NEVER
      close[d * n + i] = windows.at(-1)?.to ?? -1
      if (windows.length > 1) several[d * n + i] = windows
    }

  const locked = sites.map(site => lockOf(locks, site))
  const dateBase = Int32Array.from(days, ({ date }) => dates.indexOf(date) * n)
  const allowed = new Uint8Array(m * n)
  for (const [r, { team, date }] of days.entries())
    for (const [i, site] of sites.entries()) {
      const lock = locked[i]
      const fixedElsewhere = lock && (lock.teamId !== team.id || lock.date !== date)
      allowed[r * n + i] = fixedElsewhere || isRecused(team, site) || close[dateBase[r]! + i]! < 0 ? 0 : 1
    }

  const dayNumber = new Map(days.map(({ team, date }, r) => [`${date} ${team.id}`, r]))
  const before = new Map<string, number>()
  for (const { teamId, date, stops } of previous)
    for (const { siteId } of stops) before.set(siteId, dayNumber.get(`${date} ${teamId}`) ?? -2)

  const dated = sites.some(site => site.windows || site.deadline || site.appointment)
  const told = before.size > 0 ? 'apart' : dated ? 'by date' : 'alike'
  const hasNumbers = new Set(locks.filter(lock => lock.place !== undefined).map(lock => `${lock.date} ${lock.teamId}`))
  return {
    aim,
    sites,
    days,
    n,
    m,
    travel: Int32Array.from(travel.flat()),
    row: Int32Array.from(nodes, place => place * places),
    column: Int32Array.from(nodes),
    service: Int32Array.from(nodes, (_, i) => sites[i]?.serviceMinutes ?? 0),
    demand: Int32Array.from(nodes, (_, i) => sites[i]?.demand ?? 0),
    open,
    close,
    several,
    dateBase,
    from: Int32Array.from(days, ({ team }) => team.hours.from),
    to: Int32Array.from(days, ({ team }) => team.hours.to),
    capacity: Int32Array.from(days, ({ team }) => team.capacity ?? GREATEST),
    lunchMinutes: Int32Array.from(days, ({ team }) => team.lunch?.minutes ?? 0),
    lunchFrom: Int32Array.from(days, ({ team }) => team.lunch?.from ?? 0),
    lunchTo: Int32Array.from(days, ({ team }) => team.lunch?.to ?? 0),
    allowed,
    twin: twins(days, allowed, n, told),
    plain: Uint8Array.from(days, ({ team, date }) =>
      team.lunch?.minutes || several.length > 0 || hasNumbers.has(`${date} ${team.id}`) ? 0 : 1,
    ),
    fixedPlace: Int32Array.from(locked, lock => lock?.place ?? -1),
    previousDay: Int32Array.from(sites, ({ id }) => before.get(id) ?? -1),
    mandatory: Uint8Array.from(sites, (site, i) =>
      aim === 'distance' || site.mandatory || site.appointment || locked[i] ? 1 : 0,
    ),
  }
}
