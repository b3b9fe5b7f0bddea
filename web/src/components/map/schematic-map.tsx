import 'leaflet/dist/leaflet.css'
import './schematic-map.css'
import { useReducedMotion } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { MapContainer } from 'react-leaflet'
import type { BaseMap, CountyMap } from '../../api/map.queries.ts'
import { classNames } from '../class-names.ts'
import { ContextLayer } from './context-layer.tsx'
import { MapLabels } from './map-labels.tsx'
import { ViewKeeper } from './view-keeper.tsx'
import { WheelZoom } from './wheel-zoom.tsx'

interface SchematicMapProps {
  label: string
  className?: string
  counties: CountyMap
  base: BaseMap
  /** The one county the view is narrowed to. */
  focus: string | undefined
  maxZoom: number
  children: ReactNode
}

const CENTRE: [number, number] = [37.7, 111.3]

/** The map without tiles: neighbours and river from this origin, under what a page lays over them. */
export function SchematicMap({ label, className, counties, base, focus, maxZoom, children }: SchematicMapProps) {
  const still = useReducedMotion()
  return (
    <MapContainer
      className={classNames('schematic-map', className)}
      center={CENTRE}
      zoom={8}
      minZoom={7}
      maxZoom={maxZoom}
      zoomSnap={0.05}
      zoomDelta={0.8}
      scrollWheelZoom={false}
      zoomAnimation={!still}
      fadeAnimation={false}
      markerZoomAnimation={!still}
      inertia={!still}
      zoomControl={false}
      attributionControl={false}
    >
      <MapLabels label={label} />
      <ViewKeeper counties={counties} focus={focus} />
      <WheelZoom />
      <ContextLayer base={base} />
      {children}
    </MapContainer>
  )
}
