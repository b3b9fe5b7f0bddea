import type { Centre } from '@lvliang/shared/centres/centre.schema'
import L from 'leaflet'
import { centreElement } from '../../../components/map/mark-element.ts'
import { markOf, shapeOf } from '../../../status/centre-mark.ts'
import type { MarkShape } from '../../../status/shapes.ts'
import type { ClusterFeature, PointFeature } from './cluster-index.ts'
import type { MapWords } from './map-words.ts'
import { clusterElement, clusterRadius } from './marker-elements.ts'

/** Late over early: what needs eyes is never hidden by what does not. */
export const ABOVE: Record<MarkShape, number> = { red: 400, yellow: 300, green: 200, blue: 200, plain: 100 }
export const OVER_CLUSTERS = 500

export function pointsOf(centres: readonly Centre[]): PointFeature[] {
  return centres.flatMap(centre =>
    centre.position
      ? [
          {
            type: 'Feature' as const,
            properties: { code: centre.code, shape: shapeOf(centre) },
            geometry: { type: 'Point' as const, coordinates: [centre.position.lon, centre.position.lat] },
          },
        ]
      : [],
  )
}

/** What the index depends on: where the points are, and the shapes it counts. */
export function pointsKey(points: readonly PointFeature[]): string {
  return points.map(({ properties, geometry }) => `${properties.code}${properties.shape}${geometry.coordinates}`).join()
}

/** What a feature looks like, as one text: the same text, the same marker, nothing to draw again. */
export function markerKey(feature: ClusterFeature, centres: ReadonlyMap<string, Centre>): string {
  const { properties, geometry } = feature
  const at = geometry.coordinates.join()
  if ('cluster' in properties) {
    const { red, yellow, green, blue, plain } = properties
    return `${at}:${red}:${yellow}:${green}:${blue}:${plain}`
  }
  const centre = centres.get(properties.code)
  const mark = centre && markOf(centre)
  return `${properties.code}:${at}:${mark?.shape}:${mark?.fill}:${centre?.name}`
}

const latLng = ({ geometry }: ClusterFeature): L.LatLngTuple => [geometry.coordinates[1]!, geometry.coordinates[0]!]

export function centreMarker(feature: ClusterFeature, centre: Centre, words: MapWords): L.Marker {
  const mark = markOf(centre)
  const html = centreElement(mark, centre.name, words.light(mark.shape))
  html.dataset.centre = centre.code
  const icon = L.divIcon({
    className: 'marker-box',
    html,
    iconSize: [16, 16],
  })
  return L.marker(latLng(feature), { icon, keyboard: false, zIndexOffset: ABOVE[mark.shape] })
}

export function clusterMarker(feature: ClusterFeature): L.Marker | null {
  const { properties } = feature
  if (!('cluster' in properties)) return null
  const { red, yellow, green, blue, plain } = properties
  const size = clusterRadius(red + yellow + green + blue + plain) * 2
  const icon = L.divIcon({
    className: 'marker-box',
    html: clusterElement({ red, yellow, green, blue, plain }),
    iconSize: [size, size],
  })
  return L.marker(latLng(feature), { icon, keyboard: false, zIndexOffset: OVER_CLUSTERS })
}
