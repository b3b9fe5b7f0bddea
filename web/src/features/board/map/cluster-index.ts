import type { Feature, Point } from 'geojson'
import Supercluster from 'supercluster'
import type { MarkShape } from '../../../status/shapes.ts'

export type ShapeCounts = Record<MarkShape, number>
export interface PlacedCentre {
  code: string
  shape: MarkShape
}
export type Bounds = [west: number, south: number, east: number, north: number]
export type PointFeature = Feature<Point, PlacedCentre>
export type ClusterFeature = Feature<Point, PlacedCentre | (ShapeCounts & { cluster: true; cluster_id: number })>

/** Where markers would collide, found away from the drawing: here, or in a worker. */
export interface ClusterIndex {
  within(bounds: Bounds, zoom: number): Promise<ClusterFeature[]>
  expansionZoom(clusterId: number): Promise<number>
  close(): void
}

const MAX_ZOOM = 15
const NONE: ShapeCounts = { red: 0, yellow: 0, green: 0, blue: 0, plain: 0 }

/** Few centres join only when their markers touch; thousands join early, so that a view never holds too many. */
export const MANY = 400
const RADIUS = { few: 14, many: 64 }

export function buildIndex(points: PointFeature[], radius = RADIUS.many): Supercluster<PlacedCentre, ShapeCounts> {
  const index = new Supercluster<PlacedCentre, ShapeCounts>({
    radius,
    extent: 256,
    maxZoom: MAX_ZOOM,
    map: ({ shape }) => ({ ...NONE, [shape]: 1 }),
    reduce: (sum, counts) => {
      for (const shape of Object.keys(NONE) as MarkShape[]) sum[shape] += counts[shape]
    },
  })
  return index.load(points)
}

/** An index for few points, built anew for each zoom between two whole ones: what touches there is what joins. */
export function localIndex(points: PointFeature[]): ClusterIndex {
  let index = buildIndex(points, RADIUS.few)
  let builtFor = Number.NaN
  return {
    async within(bounds, zoom) {
      if (zoom !== builtFor) index = buildIndex(points, RADIUS.few * 2 ** (Math.round(zoom) - zoom))
      builtFor = zoom
      return index.getClusters(bounds, Math.round(zoom)) as ClusterFeature[]
    },
    expansionZoom: async id => index.getClusterExpansionZoom(id),
    close: () => {},
  }
}
