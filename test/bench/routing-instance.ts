import type { DayOrder, Problem, Team } from '@lvliang/shared/itineraries/problem'

interface Point {
  id: string | number
  x: number
  y: number
}

interface InstanceSite extends Point {
  service?: number
  window?: [number, number]
  demand?: number
  profit?: number
}

interface Vehicle {
  count: number
  start: string | number
  end: string | number
  capacity?: number
  window?: [number, number]
  maxDuration?: number
}

/** A known problem from the literature with its best known value, as its file has it. */
export interface Instance {
  name: string
  type: string
  objective: 'max-profit' | 'min-distance'
  /** The rounding of distances that the best known value was computed with. */
  distance: string
  bks: number
  depots: Point[]
  vehicles: Vehicle[]
  sites: InstanceSite[]
}

export interface Solution {
  routes: { vehicle: number; stops: (string | number)[] }[]
}

const DATE = '2018-07-01'
const NO_LIMIT = 400_000_000

/** Units of a distance, and a distance in these units: rounded as the file says, else up, so that limits are kept. */
function unitsOf({ distance }: Instance): { scale: number; round: (distance: number) => number } {
  if (distance.includes('1 decimal')) return { scale: 10, round: d => Math.floor(d * 10 + 1e-9) }
  if (distance.includes('2 decimals')) return { scale: 100, round: d => Math.floor(d * 100 + 1e-9) }
  if (distance.includes('nearest')) return { scale: 1, round: Math.round }
  return { scale: 10_000, round: d => Math.ceil(d * 10_000 - 1e-6) }
}

const apart = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y)

/** Vehicles as teams of a single day; the vehicle is the number before the dash of a team's id. */
function teamsOf(instance: Instance, scale: number): Team[] {
  const place = (id: string | number) => instance.sites.length + instance.depots.findIndex(depot => depot.id === id)
  return instance.vehicles.flatMap(
    ({ count, start, end, capacity, window: [from, to] = [0, Infinity], maxDuration }, v) =>
      Array.from({ length: count }, (_, k) => ({
        id: `${v}-${String(k).padStart(3, '0')}`,
        depots: { start: place(start), end: place(end) },
        hours: {
          from: Math.ceil(from * scale),
          to: Math.min(NO_LIMIT, Math.floor(to * scale), Math.floor((from + (maxDuration ?? Infinity)) * scale)),
        },
        ...(capacity === undefined ? {} : { capacity }),
      })),
  )
}

/** The instance as a problem of one day. */
export function problemOf(instance: Instance, seed: number, budget: Problem['budget']): Problem {
  const { scale, round } = unitsOf(instance)
  const points = [...instance.sites, ...instance.depots]
  return {
    sites: instance.sites.map(({ service = 0, window, demand = 0, profit = 0 }, i) => ({
      id: String(i).padStart(5, '0'),
      place: i,
      serviceMinutes: Math.ceil(service * scale - 1e-6),
      tier: 1,
      demand,
      profit,
      ...(window && {
        windows: { [DATE]: [{ from: Math.ceil(window[0] * scale), to: Math.floor(window[1] * scale) }] },
      }),
    })),
    teams: teamsOf(instance, scale),
    dates: [DATE],
    travel: points.map(a => points.map(b => round(apart(a, b)))),
    aim: instance.objective === 'max-profit' ? 'profit' : 'distance',
    seed,
    budget,
  }
}

export function solutionOf(instance: Instance, days: readonly DayOrder[]): Solution {
  return {
    routes: days.map(({ teamId, stops }) => ({
      vehicle: Number(teamId.split('-')[0]),
      stops: stops.map(({ siteId }) => instance.sites[Number(siteId)]?.id ?? siteId),
    })),
  }
}

/** The length of a route in the instance's own rounding, or null where it breaks a limit. */
function lengthOf(instance: Instance, { vehicle, stops }: Solution['routes'][number]): number | null {
  const type = instance.vehicles[vehicle]
  const { scale, round } = unitsOf(instance)
  const distance = (a: Point, b: Point) =>
    instance.distance.includes('double') ? apart(a, b) : round(apart(a, b)) / scale
  const sites = stops.map(id => instance.sites.find(site => site.id === id))
  const depot = (id?: string | number) => instance.depots.find(each => each.id === id)
  const [start, end] = [depot(type?.start), depot(type?.end)]
  if (!type || !start || !end) return null
  const begins = type.window?.[0] ?? 0
  let [at, clock, load, length]: [Point, number, number, number] = [start, begins, 0, 0]
  for (const site of sites) {
    if (!site) return null
    length += distance(at, site)
    clock = Math.max(clock + distance(at, site), site.window?.[0] ?? 0)
    if (clock > (site.window?.[1] ?? Infinity) + 1e-6) return null
    clock += site.service ?? 0
    load += site.demand ?? 0
    at = site
  }
  clock += distance(at, end)
  const limit = Math.min(type.window?.[1] ?? Infinity, begins + (type.maxDuration ?? Infinity))
  return clock > limit + 1e-6 || load > (type.capacity ?? load) ? null : length + distance(at, end)
}

/** Per cent behind the best known value, from the coordinates of the file alone; null where the solution is none. */
export function gapOf(instance: Instance, { routes }: Solution): number | null {
  const lengths = routes.map(route => lengthOf(instance, route))
  const visited = routes.flatMap(({ stops }) => stops)
  const isTooMany = instance.vehicles.some(
    ({ count }, v) => routes.filter(({ vehicle }) => vehicle === v).length > count,
  )
  if (lengths.includes(null) || new Set(visited).size !== visited.length || isTooMany) return null
  if (instance.objective === 'max-profit') {
    const seen = new Set(visited)
    const profit = instance.sites.reduce((sum, site) => sum + (seen.has(site.id) ? (site.profit ?? 0) : 0), 0)
    return (100 * (instance.bks - profit)) / instance.bks
  }
  const length = lengths.reduce<number>((sum, each) => sum + (each ?? 0), 0)
  return visited.length === instance.sites.length ? (100 * (length - instance.bks)) / instance.bks : null
}
