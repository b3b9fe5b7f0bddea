import type { Position } from 'geojson'
import { distanceToSegment, fromPlane, type PlanePoint, toPlane } from './plane.ts'
import type { Arc } from './topology.ts'

/** A search from one point is given up after so many stations in a row that it cannot reach. */
const PATIENCE = 24

/** A place a simplified line may pass through, with the cheapest way found to it. */
type Stop = { plane: PlanePoint; segments: number; previous: Stop | undefined }

/** The stops at one source point (even) or midway to the next (odd). */
type Station = Stop[]

/**
 * The line with the fewest segments found that passes within `toleranceM` metres of every source
 * point. After Imai and Iri (1988): a shortest path over allowed shortcuts; stops are not only the
 * source's points but also points midway and half the tolerance to either side, which saves a fifth of the
 * segments on a border drawn in steps. Both ends stay.
 */
export function fewestPoints(points: Position[], toleranceM: number): Position[] {
  const plane = points.map(toPlane)
  const stations = stationsAlong(plane, toleranceM / 2)
  for (const [from, station] of stations.entries()) {
    let misses = 0
    for (let to = from + 1; to < stations.length && misses < PATIENCE; to++) {
      const skipped = plane.slice(Math.floor(from / 2) + 1, Math.ceil(to / 2))
      const isReached = (stations[to] as Station).map(stop => reach(stop, station, { skipped, toleranceM }))
      misses = isReached.some(Boolean) ? 0 : misses + 1
    }
  }
  const way: Position[] = []
  for (let stop = stations.at(-1)?.[0]; stop; stop = stop.previous) way.push(fromPlane(stop.plane))
  way.reverse()
  way[0] = points[0] as Position
  way[way.length - 1] = points.at(-1) as Position
  return way
}

/** Whether any stop of a station sees `stop`; takes the way there when it is shorter. */
function reach(stop: Stop, station: Station, run: { skipped: PlanePoint[]; toleranceM: number }): boolean {
  let isSeen = false
  for (const start of station) {
    const segments = start.segments + 1
    if (isSeen && segments >= stop.segments) continue
    if (run.skipped.some(point => distanceToSegment(point, start.plane, stop.plane) > run.toleranceM)) continue
    isSeen = true
    if (segments < stop.segments) Object.assign(stop, { segments, previous: start })
  }
  return isSeen
}

function stationsAlong(plane: PlanePoint[], sideM: number): Station[] {
  const last = 2 * (plane.length - 1)
  return Array.from({ length: last + 1 }, (_, station) => {
    const before = plane[Math.floor(station / 2)] as PlanePoint
    const after = plane[Math.ceil(station / 2)] as PlanePoint
    const middle: PlanePoint = [(before[0] + after[0]) / 2, (before[1] + after[1]) / 2]
    const isEnd = station === 0 || station === last
    const offsets = isEnd ? [0] : [0, sideM, -sideM]
    const [ahead, behind] = [
      plane[Math.ceil((station + 1) / 2)] ?? after,
      plane[Math.floor((station - 1) / 2)] ?? before,
    ]
    const [east, north] = [ahead[0] - behind[0], ahead[1] - behind[1]]
    const length = Math.hypot(east, north) || 1
    return offsets.map(offset => ({
      plane: [middle[0] - (offset * north) / length, middle[1] + (offset * east) / length],
      segments: station === 0 ? 0 : Number.POSITIVE_INFINITY,
      previous: undefined,
    }))
  })
}

/**
 * Simplifies and rounds every arc once, then makes any two arcs that come to touch or cross
 * finer until none do: the map keeps the source's topology.
 */
export function simplifyArcs(
  arcs: Arc[],
  rule: { toleranceM: (arc: Arc) => number; decimals: number },
): Map<Arc, Position[]> {
  const tolerance = new Map(arcs.map(arc => [arc, rule.toleranceM(arc)]))
  const simplified = new Map<Arc, Position[]>()
  let stale = arcs
  while (stale.length) {
    for (const arc of stale) {
      const points = fewestPoints(arc.points, tolerance.get(arc) as number)
      simplified.set(arc, withoutRepeats(points.map(point => roundPosition(point, rule.decimals))))
    }
    stale = [...findClashes(simplified)]
    for (const arc of stale) tolerance.set(arc, (tolerance.get(arc) as number) / 2)
    if (stale.some(arc => (tolerance.get(arc) as number) < 0.5)) {
      throw new Error('the source itself crosses or is finer than the rounding')
    }
  }
  return simplified
}

/** Largest distance in metres from a source point to the line that now stands for it. */
export function largestError(source: Position[], line: Position[]): number {
  const plane = line.map(toPlane)
  const distances = source.map(position => {
    const point = toPlane(position)
    const toSegments = plane.slice(1).map((end, i) => distanceToSegment(point, plane[i] as PlanePoint, end))
    return Math.min(...toSegments)
  })
  return Math.max(...distances)
}

/** A position with no more than so many decimals. */
export function roundPosition(position: Position, decimals: number): Position {
  return position.map(value => Number(value.toFixed(decimals)))
}

function withoutRepeats(points: Position[]): Position[] {
  return points.filter((point, i) => i === 0 || point.join() !== points[i - 1]?.join())
}

type Segment = { arc: Arc; from: Position; to: Position }

/** Arcs of which two segments meet anywhere but at an end they share. */
export function findClashes(lines: Map<Arc, Position[]>): Set<Arc> {
  const clashing = new Set<Arc>()
  for (const cell of segmentsByCell(lines).values()) {
    cell.forEach((one, i) => {
      for (const other of cell.slice(i + 1)) {
        if (meetsWrongly(one, other)) clashing.add(one.arc).add(other.arc)
      }
    })
  }
  return clashing
}

function segmentsByCell(lines: Map<Arc, Position[]>): Map<string, Segment[]> {
  const cellsPerDegree = 20
  const cells = new Map<string, Segment[]>()
  for (const [arc, points] of lines) {
    for (let i = 1; i < points.length; i++) {
      const segment = { arc, from: points[i - 1] as Position, to: points[i] as Position }
      const range = (axis: 0 | 1) => {
        const ends = [segment.from[axis] ?? 0, segment.to[axis] ?? 0].sort((a, b) => a - b)
        return ends.map(value => Math.floor(value * cellsPerDegree)) as [number, number]
      }
      const [[west, east], [south, north]] = [range(0), range(1)]
      for (let column = west; column <= east; column++) {
        for (let row = south; row <= north; row++) {
          const name = `${column},${row}`
          const cell = cells.get(name)
          if (cell) cell.push(segment)
          else cells.set(name, [segment])
        }
      }
    }
  }
  return cells
}

function meetsWrongly(one: Segment, other: Segment): boolean {
  const [a, b, c, d] = [one.from, one.to, other.from, other.to]
  const same = (p: Position, q: Position) => p[0] === q[0] && p[1] === q[1]
  const joints: [boolean, Position, Position, Position][] = [
    [same(a, c), a, b, d],
    [same(a, d), a, b, c],
    [same(b, c), b, a, d],
    [same(b, d), b, a, c],
  ]
  const joint = joints.find(([meets]) => meets)
  if (joint) {
    const [, shared, end, otherEnd] = joint
    return turn(shared, end, otherEnd) === 0 && isTowards(shared, end, otherEnd)
  }
  return turn(a, b, c) * turn(a, b, d) <= 0 && turn(c, d, a) * turn(c, d, b) <= 0 && boxesTouch(one, other)
}

function turn([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position, [cx = 0, cy = 0]: Position): number {
  const cross = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
  return Math.abs(cross) < 1e-13 ? 0 : Math.sign(cross)
}

function isTowards([x = 0, y = 0]: Position, [ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position): boolean {
  return (ax - x) * (bx - x) + (ay - y) * (by - y) > 0
}

function boxesTouch(one: Segment, other: Segment): boolean {
  return ([0, 1] as const).every(axis => {
    const low = (segment: Segment) => Math.min(segment.from[axis] ?? 0, segment.to[axis] ?? 0)
    const high = (segment: Segment) => Math.max(segment.from[axis] ?? 0, segment.to[axis] ?? 0)
    return low(one) <= high(other) && low(other) <= high(one)
  })
}
