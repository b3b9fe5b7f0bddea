import { isMandatory } from '@lvliang/shared/itineraries/objective'
import {
  compareObjectives,
  type Objective,
  type Problem,
  type Site,
  type Team,
} from '@lvliang/shared/itineraries/problem'

interface Day {
  team: Team
  date: string
}

/** What serving a set of sites on a day costs: drive minutes first, then the minute of return. */
interface Cost {
  drive: number
  returns: number
}

/** Every start of service a site allows on a date for an arrival; only the earliest is of use. */
function earliestStart(site: Site, date: string, arrives: number): number | null {
  if (site.deadline !== undefined && date > site.deadline) return null
  const windows = site.windows?.[date] ?? [{ from: 0, to: 100_000 }]
  const starts = windows.map(({ from, to }) => [Math.max(arrives, from), to] as const).filter(([at, to]) => at <= to)
  const first = starts.length === 0 ? null : Math.min(...starts.map(([at]) => at))
  if (!site.appointment) return first
  const { minute } = site.appointment
  const isOpen = windows.some(({ from, to }) => from <= minute && minute <= to)
  return site.appointment.date === date && isOpen && arrives <= minute ? minute : null
}

/** The best cost of every set of sites on one day, over all their orders and all places for lunch. */
function costsOf(problem: Problem, { team, date }: Day): (Cost | undefined)[] {
  const { sites, travel, locks = [] } = problem
  const best: (Cost | undefined)[] = [{ drive: 0, returns: team.hours.from }]
  const depots = team.depotsByDate?.[date] ?? team.depots
  const lockOf = sites.map(({ id }) => locks.find(({ siteId }) => siteId === id))
  const may = sites.map((site, i) => {
    const lock = lockOf[i]
    const isElsewhere = lock && (lock.teamId !== team.id || lock.date !== date)
    return !isElsewhere && !(team.recused ?? []).includes(site.county ?? '-')
  })
  const fixed = lockOf.map(lock => lock?.place)
  const { lunch } = team
  /** Minutes of arrival after a leg, eaten on it or not. */
  const drives = (leaves: number, leg: number, hungry: boolean): [number, boolean][] => {
    const ways: [number, boolean][] = [[leaves + leg, hungry]]
    if (!hungry || !lunch) return ways
    const [before, after] = [Math.max(leaves, lunch.from), Math.max(leaves + leg, lunch.from)]
    if (before <= lunch.to) ways.push([before + lunch.minutes + leg, false])
    if (after <= lunch.to) ways.push([after + lunch.minutes, false])
    return ways
  }
  const close = (set: number, at: number, leaves: number, drive: number, hungry: boolean) => {
    for (const [returns, still] of drives(leaves, travel[at]?.[depots.end] ?? 0, hungry)) {
      if (returns > team.hours.to || (still && returns > (lunch?.to ?? 0))) continue
      const cost = { drive: drive + (travel[at]?.[depots.end] ?? 0), returns }
      const known = best[set]
      if (!known || cost.drive < known.drive || (cost.drive === known.drive && returns < known.returns))
        best[set] = cost
    }
  }
  const visit = (
    set: number,
    place: number,
    at: number,
    leaves: number,
    drive: number,
    hungry: boolean,
    load: number,
  ) => {
    const isWhole = fixed.every((number, i) => number === undefined || !(set & (1 << i)) || number < place)
    if (place > 0 && isWhole) close(set, at, leaves, drive, hungry)
    for (const [i, site] of sites.entries()) {
      if (set & (1 << i) || !may[i] || (fixed[i] !== undefined && fixed[i] !== place)) continue
      const after = load + (site.demand ?? 0)
      if (after > (team.capacity ?? after)) continue
      const leg = travel[at]?.[site.place] ?? 0
      for (const [arrives, still] of drives(leaves, leg, hungry)) {
        const starts = earliestStart(site, date, arrives)
        if (starts === null) continue
        visit(set | (1 << i), place + 1, site.place, starts + site.serviceMinutes, drive + leg, still, after)
      }
    }
  }
  visit(0, 0, depots.start, team.hours.from, 0, (lunch?.minutes ?? 0) > 0, 0)
  return best
}

/** The best objective there is, by trying every order of every set of sites: for a handful of sites. */
export function bestObjective(problem: Problem): Objective {
  const { sites, teams, dates, previous = [] } = problem
  const days = dates.flatMap(date => teams.filter(team => !team.daysOff?.includes(date)).map(team => ({ team, date })))
  const whole = (1 << sites.length) - 1
  const before = new Map(previous.flatMap(d => d.stops.map(s => [s.siteId, `${d.date} ${d.teamId}`] as const)))
  const moved = ({ team, date }: Day, set: number) =>
    sites.filter(({ id }, i) => set & (1 << i) && before.has(id) && before.get(id) !== `${date} ${team.id}`).length
  const used = (a: Objective, day: Day, set: number, cost: Cost): Objective => ({
    ...a,
    teamDays: a.teamDays + 1,
    changed: a.changed + moved(day, set),
    driveMinutes: a.driveMinutes + cost.drive,
    longestDay: Math.max(a.longestDay, cost.returns - day.team.hours.from),
  })
  const none: Objective = { unmet: 0, unvisited: [0, 0, 0, 0], teamDays: 0, changed: 0, driveMinutes: 0, longestDay: 0 }
  let reached: (Objective | undefined)[] = [none]
  for (const day of days) {
    const costs = costsOf(problem, day)
    const next = [...reached]
    for (let all = 1; all <= whole; all++)
      for (let set = all; set > 0; set = (set - 1) & all) {
        const [rest, cost] = [reached[all ^ set], costs[set]]
        if (!rest || !cost) continue
        const whole = used(rest, day, set, cost)
        const known = next[all]
        if (!known || compareObjectives(whole, known) < 0) next[all] = whole
      }
    reached = next
  }
  const left = reached.map((objective, set): Objective | null => {
    if (!objective) return null
    const out = sites.filter((_, i) => !(set & (1 << i)))
    const optional = out.filter(site => !isMandatory(problem, site))
    const [first, second, third, fourth] = [1, 2, 3, 4].map(tier => optional.filter(s => s.tier === tier).length)
    const lost = out.filter(({ id }) => before.has(id)).length
    return {
      ...objective,
      unmet: out.length - optional.length,
      unvisited: [first ?? 0, second ?? 0, third ?? 0, fourth ?? 0],
      changed: objective.changed + lost,
    }
  })
  return left.filter(each => each !== null).reduce((a, b) => (compareObjectives(b, a) < 0 ? b : a))
}
