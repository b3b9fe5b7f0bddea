import type { LngLat } from './datum.ts'

/** Polygon rings as in RFC 7946: the first is the outline, the others are holes. Degrees, WGS-84. */
export type Rings = readonly (readonly LngLat[])[]
export interface PolygonGeometry {
  type: 'Polygon'
  coordinates: Rings
}
export interface MultiPolygonGeometry {
  type: 'MultiPolygon'
  coordinates: readonly Rings[]
}
export type AreaGeometry = PolygonGeometry | MultiPolygonGeometry

const EARTH_RADIUS_M = 6_371_008.8
const RADIANS = Math.PI / 180

const polygonsOf = (area: AreaGeometry): readonly Rings[] =>
  area.type === 'Polygon' ? [area.coordinates] : area.coordinates

/** Great-circle distance in metres (haversine, mean earth radius). */
export function distanceM(a: LngLat, b: LngLat): number {
  const dLat = (b[1] - a[1]) * RADIANS
  const dLon = (b[0] - a[0]) * RADIANS
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(a[1] * RADIANS) * Math.cos(b[1] * RADIANS) * Math.sin(dLon / 2) ** 2
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** Whether a ray east of the point crosses the ring an odd number of times. */
function oddCrossings(ring: readonly LngLat[], [lon, lat]: LngLat): boolean {
  let odd = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i] as LngLat
    const [xj, yj] = ring[j] as LngLat
    if (yi > lat !== yj > lat && lon < ((xj - xi) * (lat - yi)) / (yj - yi) + xi) odd = !odd
  }
  return odd
}

/** Whether the area holds the point: inside an outline and in none of its holes. */
export function contains(area: AreaGeometry, point: LngLat): boolean {
  return polygonsOf(area).some(
    ([outline, ...holes]) =>
      outline !== undefined && oddCrossings(outline, point) && !holes.some(hole => oddCrossings(hole, point)),
  )
}

/** Distance in metres from a point to a short segment, on a plane tangent at the point. */
function distanceToSegmentM([lon, lat]: LngLat, a: LngLat, b: LngLat): number {
  const perLat = EARTH_RADIUS_M * RADIANS
  const perLon = perLat * Math.cos(lat * RADIANS)
  const ax = (a[0] - lon) * perLon
  const ay = (a[1] - lat) * perLat
  const dx = (b[0] - a[0]) * perLon
  const dy = (b[1] - a[1]) * perLat
  const length = dx * dx + dy * dy
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / length))
  return Math.hypot(ax + t * dx, ay + t * dy)
}

/** Distance in metres from the point to the nearest border of the area, whichever side it is on. */
export function distanceToBorderM(area: AreaGeometry, point: LngLat): number {
  let nearest = Number.POSITIVE_INFINITY
  for (const rings of polygonsOf(area)) {
    for (const ring of rings) {
      for (let i = 1; i < ring.length; i++) {
        nearest = Math.min(nearest, distanceToSegmentM(point, ring[i - 1] as LngLat, ring[i] as LngLat))
      }
    }
  }
  return nearest
}
