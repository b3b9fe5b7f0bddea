import type { Position } from 'geojson'
import { distanceToSegment, isInside, type PlanePoint, signedArea, toPlane } from './plane.ts'

/** A two-line label is about twice as wide as high: width counts half. */
const LABEL_WIDTH = 2
const GRID = 40

/**
 * Where a label sits best in a closed ring: the point furthest from the border, with room to the
 * sides worth half as much as room above and below (a pole of inaccessibility for wide text).
 */
export function labelPoint(ring: Position[]): Position {
  const squeezed = ring.map((position): PlanePoint => {
    const [east, north] = toPlane(position)
    return [east / LABEL_WIDTH, north]
  })
  const room = (position: Position) => {
    if (!isInside(position, ring)) return Number.NEGATIVE_INFINITY
    const [east, north] = toPlane(position)
    const point: PlanePoint = [east / LABEL_WIDTH, north]
    return Math.min(...squeezed.slice(1).map((end, i) => distanceToSegment(point, squeezed[i] as PlanePoint, end)))
  }
  let [west, south, east, north] = boundsOf([ring])
  let best: Position = [west, south]
  for (let pass = 0; pass < 3; pass++) {
    const [width, height] = [(east - west) / GRID, (north - south) / GRID]
    const candidates = Array.from(
      { length: (GRID + 1) ** 2 },
      (_, i): Position => [west + (i % (GRID + 1)) * width, south + Math.floor(i / (GRID + 1)) * height],
    )
    best = candidates.map(at => ({ at, room: room(at) })).reduce((a, b) => (b.room > a.room ? b : a)).at
    const [x = 0, y = 0] = best
    ;[west, south, east, north] = [x - width, y - height, x + width, y + height]
  }
  return best
}

/** West, south, east, north of some rings. */
export function boundsOf(rings: Position[][]): [number, number, number, number] {
  const points = rings.flat()
  const values = (axis: 0 | 1) => points.map(point => point[axis] ?? 0)
  return [Math.min(...values(0)), Math.min(...values(1)), Math.max(...values(0)), Math.max(...values(1))]
}

/** The largest of some rings by area. */
export function largestRing(rings: Position[][]): Position[] {
  return rings.reduce((largest, ring) => (Math.abs(signedArea(ring)) > Math.abs(signedArea(largest)) ? ring : largest))
}
