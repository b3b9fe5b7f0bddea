import './siting-map.css'
import type { LngLat } from '@lvliang/shared/geo/datum'
import L from 'leaflet'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useMap } from 'react-leaflet'
import type { BaseMap, CountyMap } from '../../../api/map.queries.ts'
import { SchematicMap } from '../../../components/map/schematic-map.tsx'

/** Another centre of the county, to find one's way by. */
export interface Neighbour {
  name: string
  point: LngLat
}

export interface SitingMapProps {
  counties: CountyMap
  base: BaseMap
  county: string
  neighbours: readonly Neighbour[]
  point: LngLat | null
  /** A place pressed, and how exactly it could be at this zoom, in metres. */
  onPoint: (point: LngLat, accuracyM: number) => void
}

/** Nobody points more exactly than this on a screen. */
const HAND_PX = 4
const latLng = ([lon, lat]: LngLat): L.LatLngTuple => [lat, lon]

function accuracyAt(map: L.Map, at: L.LatLng): number {
  const beside = map.containerPointToLatLng(map.latLngToContainerPoint(at).add([HAND_PX, 0]))
  return Math.max(1, Math.round(at.distanceTo(beside)))
}

function County({ counties, county }: Pick<SitingMapProps, 'counties' | 'county'>) {
  const map = useMap()
  useEffect(() => {
    const areas = L.geoJSON(counties, {
      interactive: false,
      style: feature => ({ className: feature?.properties.code === county ? 'county' : 'map-neighbour' }),
    }).addTo(map)
    return () => void areas.remove()
  }, [map, counties, county])
  return null
}

function Neighbours({ neighbours }: Pick<SitingMapProps, 'neighbours'>) {
  const map = useMap()
  useEffect(() => {
    const group = L.layerGroup().addTo(map)
    for (const { name, point } of neighbours) {
      const label = document.createElement('span')
      label.textContent = name
      L.circleMarker(latLng(point), { radius: 3, className: 'siting-neighbour', interactive: false })
        .bindTooltip(label, { permanent: true, direction: 'right', className: 'siting-name', offset: [2, 0] })
        .addTo(group)
    }
    return () => void group.remove()
  }, [map, neighbours])
  return null
}

/** The place chosen: by a press, or by Enter in the middle of the view. */
function Site({ point, onPoint }: Pick<SitingMapProps, 'point' | 'onPoint'>) {
  const map = useMap()
  const live = useRef(onPoint)
  live.current = onPoint
  useEffect(() => {
    const take = (at: L.LatLng) => live.current([at.lng, at.lat], accuracyAt(map, at))
    const press = (event: L.LeafletMouseEvent) => take(event.latlng)
    const key = ({ originalEvent }: L.LeafletKeyboardEvent) => originalEvent.key === 'Enter' && take(map.getCenter())
    map.on('click', press).on('keydown', key)
    return () => void map.off('click', press).off('keydown', key)
  }, [map])
  useEffect(() => {
    if (!point) return
    const mark = L.circleMarker(latLng(point), { radius: 7, className: 'siting-mark', interactive: false }).addTo(map)
    if (!map.getBounds().contains(latLng(point))) map.setView(latLng(point), undefined, { animate: false })
    return () => void mark.remove()
  }, [map, point])
  return null
}

/** One county with its centres, on which a place is chosen. */
export function SitingMap({ counties, base, county, neighbours, point, onPoint }: SitingMapProps) {
  const { t } = useTranslation('siting')
  return (
    <SchematicMap
      label={t('map.label')}
      className="siting-map"
      counties={counties}
      base={base}
      focus={county}
      maxZoom={16}
    >
      <County counties={counties} county={county} />
      <Neighbours neighbours={neighbours} />
      <Site point={point} onPoint={onPoint} />
    </SchematicMap>
  )
}
