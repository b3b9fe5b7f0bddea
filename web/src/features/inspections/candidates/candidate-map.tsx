import './candidate-map.css'
import type { Candidate } from '@lvliang/shared/inspections/candidate.schema'
import L from 'leaflet'
import { useEffect, useRef } from 'react'
import { useMap } from 'react-leaflet'
import type { BaseMap, CountyMap } from '../../../api/map.queries.ts'
import { LabelLayer } from '../../../components/map/label-layer.tsx'
import { SchematicMap } from '../../../components/map/schematic-map.tsx'
import { type CandidateMapWords, type CandidateMarkers, createMarkers } from './candidate-markers.ts'

export interface CandidateMapProps {
  label: string
  counties: CountyMap
  base: BaseMap
  candidates: readonly Candidate[]
  picked: ReadonlyMap<string, unknown>
  /** The one county the list is narrowed to. */
  focus: string | undefined
  words: CandidateMapWords
  onPress: (code: string) => void
}

function Areas({ counties, focus }: Pick<CandidateMapProps, 'counties' | 'focus'>) {
  const map = useMap()
  useEffect(() => {
    const areas = L.geoJSON(counties, {
      interactive: false,
      style: feature => ({
        className: focus === undefined || feature?.properties.code === focus ? 'county' : 'map-neighbour',
      }),
    }).addTo(map)
    return () => void areas.remove()
  }, [map, counties, focus])
  return null
}

type MarkersProps = Pick<CandidateMapProps, 'candidates' | 'picked' | 'words' | 'onPress'>

function Markers({ candidates, picked, words, onPress }: MarkersProps) {
  const map = useMap()
  const markers = useRef<CandidateMarkers | null>(null)
  useEffect(() => {
    const made = createMarkers(map, { words, onPress })
    markers.current = made
    return () => made.remove()
  }, [map, words, onPress])
  // After the markers were made anew for other words, they are shown again.
  useEffect(() => markers.current?.show(candidates), [candidates, map, words, onPress])
  useEffect(() => markers.current?.pick(picked), [picked, candidates, map, words, onPress])
  return null
}

/** The candidates where they are; a press picks one. */
export function CandidateMap({ label, counties, base, focus, ...rest }: CandidateMapProps) {
  return (
    <SchematicMap label={label} className="candidate-map" counties={counties} base={base} focus={focus} maxZoom={14}>
      <Areas counties={counties} focus={focus} />
      <LabelLayer counties={counties} centres={rest.candidates} words={rest.words} />
      <Markers {...rest} />
    </SchematicMap>
  )
}
