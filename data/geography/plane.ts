import type { Position } from 'geojson'

const METRES_PER_DEGREE = 111_195
const MIDDLE_LATITUDE = 37.7
const SHRINK = Math.cos((MIDDLE_LATITUDE * Math.PI) / 180)

/** A position on a plane in metres, true to 1 % within Lüliang and to 3 % within the frame. */
export type PlanePoint = [east: number, north: number]

/** Flattens lon, lat onto the plane. */
export function toPlane([lon = 0, lat = 0]: Position): PlanePoint {
  return [lon * METRES_PER_DEGREE * SHRINK, lat * METRES_PER_DEGREE]
}

/** The position of a point on the plane. */
export function fromPlane([east, north]: PlanePoint): Position {
  return [east / METRES_PER_DEGREE / SHRINK, north / METRES_PER_DEGREE]
}

/** Distance in metres from a point to a segment; all three on the plane. */
export function distanceToSegment(point: PlanePoint, start: PlanePoint, end: PlanePoint): number {
  const [east, north] = [end[0] - start[0], end[1] - start[1]]
  const squared = east * east + north * north
  const along = squared ? ((point[0] - start[0]) * east + (point[1] - start[1]) * north) / squared : 0
  const clamped = Math.max(0, Math.min(1, along))
  return Math.hypot(point[0] - start[0] - clamped * east, point[1] - start[1] - clamped * north)
}

/** Signed area of a closed ring in its own units squared; positive when counter-clockwise. */
export function signedArea(ring: readonly Position[]): number {
  const [originX = 0, originY = 0] = ring[0] ?? []
  let doubled = 0
  for (let i = 1; i < ring.length; i++) {
    const [fromX = 0, fromY = 0] = ring[i - 1] ?? []
    const [toX = 0, toY = 0] = ring[i] ?? []
    doubled += (fromX - originX) * (toY - originY) - (toX - originX) * (fromY - originY)
  }
  return doubled / 2
}

/** Whether a position lies inside a closed ring (even-odd rule). */
export function isInside([x = 0, y = 0]: Position, ring: readonly Position[]): boolean {
  let inside = false
  for (let i = 1; i < ring.length; i++) {
    const [fromX = 0, fromY = 0] = ring[i - 1] ?? []
    const [toX = 0, toY = 0] = ring[i] ?? []
    const crosses = fromY > y !== toY > y && x < ((toX - fromX) * (y - fromY)) / (toY - fromY) + fromX
    if (crosses) inside = !inside
  }
  return inside
}
