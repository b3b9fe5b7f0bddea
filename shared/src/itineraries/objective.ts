import type { DayOrder, Objective, PlannedDay, Problem, Site } from './problem.ts'

/** Whether leaving a site out counts before everything else. */
export function isMandatory({ aim, locks = [] }: Problem, site: Site): boolean {
  const isLocked = locks.some(({ siteId }) => siteId === site.id)
  return aim === 'distance' || isLocked || site.appointment !== undefined || site.mandatory === true
}

const assignments = (days: readonly DayOrder[]) =>
  new Map(days.flatMap(day => day.stops.map(({ siteId }) => [siteId, `${day.date} ${day.teamId}`] as const)))

/** What a plan is worth, counted from its days alone. */
export function objectiveOf(problem: Problem, days: readonly PlannedDay[]): Objective {
  const { aim = 'tiers', sites, teams, previous = [] } = problem
  const [now, before] = [assignments(days), assignments(previous)]
  const left = sites.filter(({ id }) => !now.has(id))
  const optional = left.filter(site => !isMandatory(problem, site))
  const ofTier = (tier: number) => optional.filter(site => site.tier === tier).length
  const missed = optional.reduce((sum, { profit = 0 }) => sum + profit, 0)
  const used = days.filter(({ stops }) => stops.length > 0)
  const known = new Set(sites.map(({ id }) => id))
  const changed = [...before].filter(([site, day]) => known.has(site) && now.get(site) !== day).length
  const beginning = new Map(teams.map(({ id, hours }) => [id, hours.from]))
  const longest = Math.max(0, ...used.map(day => day.returns - (beginning.get(day.teamId) ?? 0)))
  return {
    unmet: left.length - optional.length,
    unvisited: aim === 'profit' ? [missed, 0, 0, 0] : [ofTier(1), ofTier(2), ofTier(3), ofTier(4)],
    teamDays: aim === 'tiers' ? used.length : 0,
    changed: aim === 'tiers' ? changed : 0,
    driveMinutes: used.reduce((sum, day) => sum + day.driveMinutes, 0),
    longestDay: aim === 'tiers' ? longest : 0,
  }
}
