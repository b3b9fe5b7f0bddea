import type { LngLat } from '../geo/datum.ts'
import { type AreaGeometry, contains, distanceToBorderM } from '../geo/polygon.ts'

/** The counties of the plan on the ground, WGS-84. */
export interface CountyAreas {
  /** The county that holds the point, a border widened by `slackM` metres; null: none. */
  countyAt(point: LngLat, slackM: number): string | null
  /** 0 inside the county, else metres to its border. */
  metresOutside(countyCode: string, point: LngLat): number
  boxOf(countyCode: string): Box | null
}

export interface CountyFeature {
  properties: { code: string }
  geometry: AreaGeometry
}

/** Degrees. */
export interface Box {
  west: number
  south: number
  east: number
  north: number
}

interface Area extends Box {
  code: string
  geometry: AreaGeometry
}

function boxed({ properties, geometry }: CountyFeature): Area {
  const area = { code: properties.code, geometry, west: 180, south: 90, east: -180, north: -90 }
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  for (const [lon, lat] of polygons.flat(2)) {
    area.west = Math.min(area.west, lon)
    area.east = Math.max(area.east, lon)
    area.south = Math.min(area.south, lat)
    area.north = Math.max(area.north, lat)
  }
  return area
}

const holds = (area: Area, [lon, lat]: LngLat) =>
  lon >= area.west && lon <= area.east && lat >= area.south && lat <= area.north && contains(area.geometry, [lon, lat])

/** Lookups over the polygons of a county map. */
export function countyAreas(features: readonly CountyFeature[]): CountyAreas {
  const areas = features.map(boxed)
  const metresOutside = (area: Area | undefined, point: LngLat) => {
    if (area === undefined) return Number.POSITIVE_INFINITY
    return holds(area, point) ? 0 : distanceToBorderM(area.geometry, point)
  }
  return {
    countyAt(point, slackM) {
      const inside = areas.find(area => holds(area, point))
      return (inside ?? areas.find(area => metresOutside(area, point) <= slackM))?.code ?? null
    },
    metresOutside: (countyCode, point) =>
      metresOutside(
        areas.find(({ code }) => code === countyCode),
        point,
      ),
    boxOf: countyCode => areas.find(({ code }) => code === countyCode) ?? null,
  }
}
