import type { Lock, Problem, Site, Team, Tier, TimeWindow } from '@lvliang/shared/itineraries/problem'

/** Whole numbers that look random: a linear congruence, not the generator under test. */
export function createDice(seed: number): (sides: number) => number {
  let state = (seed * 2_654_435_761) % 4_294_967_296
  const roll = (sides: number) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return Math.floor((state / 4_294_967_296) * sides)
  }
  for (let i = 0; i < 4; i++) roll(2)
  return roll
}

export interface Shape {
  seed: number
  sites: number
  teams: number
  dates: number
  /** Minutes across the map. */
  across?: number
  budget?: Problem['budget']
}

const COUNTIES = ['141102', '141121', '141124', '141129']

/** Travel between points, in minutes, a little longer one way than the other. */
function travelBetween(points: readonly (readonly [number, number])[]): number[][] {
  return points.map(([x, y]) =>
    points.map(([u, v]) => Math.round(Math.hypot(x - u, y - v)) + (x < u && (x + v) % 3 === 0 ? 1 : 0)),
  )
}

type Dice = ReturnType<typeof createDice>

function windowsFor(dice: Dice, dates: readonly string[]): Site['windows'] {
  const some = dates.filter(() => dice(2) === 0)
  const window = (): TimeWindow => {
    const from = 420 + dice(500)
    return { from, to: from + dice(240) - 20 }
  }
  return Object.fromEntries(some.map(date => [date, Array.from({ length: dice(3) + (dice(4) ? 1 : 0) }, window)]))
}

function createSite(dice: Dice, i: number, place: number, dates: readonly string[]): Site {
  const site: Site = {
    id: `site-${String(i).padStart(3, '0')}`,
    place,
    serviceMinutes: 20 + dice(80),
    tier: (1 + dice(4)) as Tier,
    county: COUNTIES[dice(COUNTIES.length)] ?? '',
  }
  if (dice(3) === 0) site.windows = windowsFor(dice, dates)
  if (dice(12) === 0) site.appointment = { date: dates[dice(dates.length)] ?? '2018-07-01', minute: 480 + dice(480) }
  if (dice(8) === 0) site.mandatory = true
  if (dice(8) === 0) site.deadline = dates[dice(dates.length)] ?? '2018-07-01'
  if (dice(4) === 0) site.demand = dice(4)
  return site
}

function createTeam(dice: Dice, i: number, depots: number, dates: readonly string[]): Team {
  const depot = () => dice(depots)
  const home = depot()
  const team: Team = { id: `team-${i}`, depots: { start: home, end: home }, hours: { from: 480, to: 840 + dice(240) } }
  if (dice(2) === 0) team.lunch = { from: 690 + dice(20), to: 750 + dice(40), minutes: 30 + dice(40) }
  if (dice(3) === 0) team.recused = [COUNTIES[dice(COUNTIES.length)] ?? '']
  if (dice(4) === 0) team.daysOff = [dates[dice(dates.length)] ?? '']
  if (dice(4) === 0) team.capacity = 1 + dice(6)
  const [first, second] = dates
  if (first && second && dice(3) === 0) {
    const inn = depot()
    team.depotsByDate = { [first]: { start: home, end: inn }, [second]: { start: inn, end: home } }
  }
  return team
}

/** A problem with a little of everything; where it has no teams or dates it cannot be met. */
export function createItineraryProblem({ seed, sites, teams, dates, across = 240, budget }: Shape): Problem {
  const dice = createDice(seed)
  const days = Array.from({ length: dates }, (_, i) => `2018-07-${String(i + 2).padStart(2, '0')}`)
  const depots = 3
  const spots = Array.from({ length: depots + sites }, () => [dice(across), dice(across)] as const)
  // Some sites lie on the very same spot.
  const points = spots.map((spot, i) => (i > depots && dice(6) === 0 ? (spots[i - 1] ?? spot) : spot))
  const crew = Array.from({ length: teams }, (_, i) => createTeam(dice, i, depots, days))
  const list = Array.from({ length: sites }, (_, i) => createSite(dice, i, depots + i, days))
  const locks = list.flatMap((site): Lock[] => {
    if (dice(9) !== 0 || teams === 0 || dates === 0) return []
    const lock = { siteId: site.id, teamId: `team-${dice(teams)}`, date: days[dice(dates)] ?? '' }
    return [dice(2) === 0 ? lock : { ...lock, place: dice(3) }]
  })
  return {
    sites: list,
    teams: crew,
    dates: days,
    travel: travelBetween(points),
    locks,
    seed,
    budget: budget ?? { iterations: 300 },
  }
}

/**
 * One that can be tried out whole: up to `most` sites, one or two teams and days; every third has a previous plan whose
 * first team has lost an hour of its day since.
 */
export function createSmallItineraryProblem(seed: number, most: number, iterations = 6000): Problem {
  const shape = { seed, sites: 1 + (seed % most), teams: 1 + (seed % 2), dates: 1 + ((seed >> 1) % 2), across: 150 }
  const problem = createItineraryProblem({ ...shape, budget: { iterations } })
  if (seed % 3 !== 0) return problem
  const shorter = ({ hours, ...team }: Team) => ({ ...team, hours: { from: hours.from + 20, to: hours.to - 40 } })
  const previous = problem.dates.flatMap((date, d) =>
    problem.teams.map((team, t) => ({
      teamId: team.id,
      date,
      stops: problem.sites.filter((_, i) => i % 4 === 2 * d + t).map(({ id }) => ({ siteId: id })),
    })),
  )
  return { ...problem, teams: problem.teams.map((team, i) => (i === 0 ? shorter(team) : team)), previous }
}
