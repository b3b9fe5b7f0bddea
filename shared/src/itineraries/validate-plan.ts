import { depotsOn, isRecused, windowsOn, works } from './model.ts'
import { objectiveOf } from './objective.ts'
import { compareObjectives, type Plan, type PlannedDay, type Problem, type Site, type Team } from './problem.ts'

export const PLAN_FAULTS = [
  'unknownSite',
  'unknownTeam',
  'unknownDate',
  'dayTwice',
  'siteTwice',
  'unnamedSite',
  'dayOff',
  'recusal',
  'deadline',
  'appointment',
  'window',
  'times',
  'hours',
  'lunch',
  'capacity',
  'lock',
  'objective',
] as const
export type PlanFaultCode = (typeof PLAN_FAULTS)[number]

/** What does not hold in a plan, and where. */
export interface PlanFault {
  code: PlanFaultCode
  teamId?: string
  date?: string
  siteId?: string
}

/** Names the rule of a site that a start of service breaks, if any. */
function startFault(site: Site, date: string, starts: number): PlanFaultCode | null {
  if (site.deadline !== undefined && date > site.deadline) return 'deadline'
  if (site.appointment && (site.appointment.date !== date || site.appointment.minute !== starts)) return 'appointment'
  const windows = windowsOn(site, date)
  return !windows || windows.some(({ from, to }) => from <= starts && starts <= to) ? null : 'window'
}

/** Lunch lies in one gap of the day beside the drive, or the team is back in time for it. */
function keepsLunch(problem: Problem, team: Team, day: PlannedDay, sites: readonly (Site | undefined)[]): boolean {
  const { lunch } = team
  if (!lunch || lunch.minutes === 0) return day.lunch === null
  if (!day.lunch) return day.returns <= lunch.to
  const { starts, afterStops } = day.lunch
  if (starts < lunch.from || starts > lunch.to) return false
  const ends = starts + lunch.minutes
  const [before, after] = [day.stops[afterStops - 1], day.stops[afterStops]]
  if (afterStops > day.stops.length || (afterStops > 0 && !before)) return false
  if (after && starts >= after.arrives && ends <= after.starts) return true
  if (!before) return starts >= team.hours.from && ends <= day.departs
  const depots = depotsOn(team, day.date)
  const drive = problem.travel[sites[afterStops - 1]?.place ?? 0]?.[sites[afterStops]?.place ?? depots.end] ?? 0
  return starts >= before.leaves && ends + drive <= (after?.arrives ?? day.returns)
}

/** The stated times of a day, leg by leg. */
function timeFaults(problem: Problem, team: Team, day: PlannedDay, sites: readonly (Site | undefined)[]): PlanFault[] {
  const faults: PlanFault[] = []
  const where = { teamId: team.id, date: day.date }
  const depots = depotsOn(team, day.date)
  let [at, clock, drive] = [depots.start, day.departs, 0]
  for (const [k, { siteId, arrives, starts, leaves }] of day.stops.entries()) {
    const site = sites[k]
    if (!site) continue
    const leg = problem.travel[at]?.[site.place] ?? 0
    drive += leg
    const holds = clock + leg <= arrives && arrives <= starts && starts + site.serviceMinutes <= leaves
    if (!holds) faults.push({ code: 'times', ...where, siteId })
    const broken = startFault(site, day.date, starts)
    if (broken) faults.push({ code: broken, ...where, siteId })
    ;[at, clock] = [site.place, leaves]
  }
  const back = problem.travel[at]?.[depots.end] ?? 0
  if (clock + back > day.returns || drive + back !== day.driveMinutes) faults.push({ code: 'times', ...where })
  if (day.departs < team.hours.from || day.returns > team.hours.to) faults.push({ code: 'hours', ...where })
  if (!keepsLunch(problem, team, day, sites)) faults.push({ code: 'lunch', ...where })
  return faults
}

function dayFaults(problem: Problem, day: PlannedDay): PlanFault[] {
  const where = { teamId: day.teamId, date: day.date }
  const team = problem.teams.find(({ id }) => id === day.teamId)
  if (!team) return [{ code: 'unknownTeam', ...where }]
  if (!problem.dates.includes(day.date)) return [{ code: 'unknownDate', ...where }]
  const sites = day.stops.map(({ siteId }) => problem.sites.find(({ id }) => id === siteId))
  const load = sites.reduce((sum, site) => sum + (site?.demand ?? 0), 0)
  const recused = sites.filter(site => site && isRecused(team, site))
  return [
    ...day.stops.filter((_, k) => !sites[k]).map(({ siteId }) => ({ code: 'unknownSite' as const, ...where, siteId })),
    ...(works(team, day.date) ? [] : [{ code: 'dayOff' as const, ...where }]),
    ...recused.map(site => ({ code: 'recusal' as const, ...where, siteId: site?.id ?? '' })),
    ...(load > (team.capacity ?? load) ? [{ code: 'capacity' as const, ...where }] : []),
    ...timeFaults(problem, team, day, sites),
  ]
}

/** Each site once: in a day, or named among those without a visit. */
function countFaults({ sites }: Problem, { days, unvisited }: Plan): PlanFault[] {
  const named = [...days.flatMap(day => day.stops.map(({ siteId }) => siteId)), ...unvisited.map(u => u.siteId)]
  const days2 = days.map(day => `${day.date} ${day.teamId}`)
  const times = new Map<string, number>()
  for (const id of named) times.set(id, (times.get(id) ?? 0) + 1)
  return [
    ...days
      .filter((_, k) => days2.indexOf(days2[k] ?? '') < k)
      .map(d => ({ code: 'dayTwice' as const, teamId: d.teamId, date: d.date })),
    ...[...times].filter(([, count]) => count > 1).map(([siteId]) => ({ code: 'siteTwice' as const, siteId })),
    ...sites.filter(({ id }) => !times.has(id)).map(({ id }) => ({ code: 'unnamedSite' as const, siteId: id })),
  ]
}

/** A locked site is on its team's day and at its number, or without a visit and named so. */
function lockFaults({ locks = [] }: Problem, { days }: Plan): PlanFault[] {
  return locks.flatMap(lock => {
    const day = days.find(({ stops }) => stops.some(({ siteId }) => siteId === lock.siteId))
    const place = day?.stops.findIndex(({ siteId }) => siteId === lock.siteId)
    const holds = !day || (day.teamId === lock.teamId && day.date === lock.date && (lock.place ?? place) === place)
    return holds ? [] : [{ code: 'lock' as const, siteId: lock.siteId, teamId: lock.teamId, date: lock.date }]
  })
}

/**
 * Checks any plan against its problem, one written by hand as well, from the times it states; it shares nothing with
 * the search. An empty list: it holds. A stop without the times of its order gets them from `timetable`.
 */
export function validatePlan(problem: Problem, plan: Plan): PlanFault[] {
  const faults = [
    ...countFaults(problem, plan),
    ...plan.days.flatMap(day => dayFaults(problem, day)),
    ...lockFaults(problem, plan),
  ]
  const isCounted = compareObjectives(plan.objective, objectiveOf(problem, plan.days)) === 0
  return isCounted ? faults : [...faults, { code: 'objective' }]
}
