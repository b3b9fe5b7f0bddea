import 'leaflet/dist/leaflet.css'
import './board-map.css'
import type { Summary } from '@lvliang/shared/board/summary.schema'
import type { Centre } from '@lvliang/shared/centres/centre.schema'
import type { MilestoneId } from '@lvliang/shared/plan/stage'
import { useReducedMotion } from '@mantine/hooks'
import { MapContainer } from 'react-leaflet'
import type { BaseMap, CountyMap } from '../../../api/map.queries.ts'
import { CentreLayer } from './centre-layer.tsx'
import { ContextLayer } from './context-layer.tsx'
import { CountyLayer } from './county-layer.tsx'
import { LabelLayer } from './label-layer.tsx'
import { MapLabels } from './map-labels.tsx'
import type { MapWords } from './map-words.ts'
import { ViewKeeper } from './view-keeper.tsx'
import { WheelZoom } from './wheel-zoom.tsx'

export interface BoardMapProps {
  counties: CountyMap
  base: BaseMap
  centres: readonly Centre[]
  summary: Summary
  node: MilestoneId
  deepPoverty: ReadonlySet<string>
  /** The one county the page is narrowed to. */
  focus: string | undefined
  selected: string | undefined
  words: MapWords
  onSelect: (code: string) => void
  onCounty: (code: string) => void
}

const CENTRE: [number, number] = [37.7, 111.3]

/** The map without tiles: neighbours, river, counties, names and markers, all from this origin. */
export function BoardMap(props: BoardMapProps) {
  const { counties, base, centres, focus, selected, words, onSelect, onCounty } = props
  const still = useReducedMotion()
  return (
    <MapContainer
      className="board-map"
      center={CENTRE}
      zoom={8}
      minZoom={7}
      maxZoom={14}
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
      <MapLabels />
      <ViewKeeper counties={counties} focus={focus} />
      <WheelZoom />
      <ContextLayer base={base} />
      <CountyLayer {...props} />
      <LabelLayer counties={counties} centres={centres} words={words} onCounty={onCounty} />
      <CentreLayer centres={centres} words={words} selected={selected} onSelect={onSelect} />
    </MapContainer>
  )
}
