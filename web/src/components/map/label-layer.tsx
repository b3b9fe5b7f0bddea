import './markers.css'
import L from 'leaflet'
import { useEffect, useMemo } from 'react'
import { useMap } from 'react-leaflet'
import type { CountyMap } from '../../api/map.queries.ts'
import { type LabelToPlace, placeLabels } from './place-labels.ts'
import { htmlElement } from './svg-element.ts'

/** Thousands of markers stand in clusters, which no label can step out of the way of. */
const MANY = 400

export interface LabelWords {
  countyLabel(code: string): string
}

interface LabelLayerProps {
  counties: CountyMap
  /** What the names step aside for. */
  centres: readonly { position: { lon: number; lat: number } | null }[]
  words: LabelWords
  /** Left out: the names lead nowhere. */
  onCounty?: (code: string) => void
}

const HEIGHT = 18
const widthOf = (text: string) => [...text].reduce((sum, sign) => sum + (sign > '\u2e7f' ? 13 : 6.8), 6)

function labelsToPlace(map: L.Map, counties: CountyMap, words: LabelWords): LabelToPlace[] {
  return counties.features.map(({ properties, geometry }) => {
    const rings = geometry.type === 'Polygon' ? geometry.coordinates : (geometry.coordinates[0] ?? [])
    const text = words.countyLabel(properties.code)
    return {
      code: properties.code,
      ring: (rings[0] ?? []).map(([lon, lat]) => map.latLngToLayerPoint([lat!, lon!])),
      anchor: map.latLngToLayerPoint([properties.labelAt[1], properties.labelAt[0]]),
      width: widthOf(text),
      height: HEIGHT,
    }
  })
}

/** County names, moved aside where markers stand; a name is also the way into its county. */
export function LabelLayer({ counties, centres, words, onCounty }: LabelLayerProps) {
  const map = useMap()
  // From day to day the centres stay where they are, and so may their counties' names.
  const places = centres.map(({ position }) => (position ? `${position.lat} ${position.lon}` : '')).join()
  const positions = useMemo(
    () =>
      (centres.length > MANY ? '' : places)
        .split(',')
        .filter(Boolean)
        .map(place => place.split(' ').map(Number) as [number, number]),
    [places, centres.length],
  )
  useEffect(() => {
    const group = L.layerGroup().addTo(map)
    const draw = () => {
      const markers = positions.map(position => map.latLngToLayerPoint(position))
      group.clearLayers()
      const labels = labelsToPlace(map, counties, words)
      for (const [code, at] of placeLabels(labels, markers)) {
        const width = widthOf(words.countyLabel(code))
        const icon = L.divIcon({
          className: 'county-label',
          html: htmlElement('span', '', [words.countyLabel(code)]),
          iconSize: [width, HEIGHT],
        })
        L.marker(map.layerPointToLatLng(L.point(at)), { icon, keyboard: false, zIndexOffset: -1000 })
          .on('click', () => onCounty?.(code))
          .addTo(group)
      }
    }
    const later = setTimeout(draw)
    map.on('zoomend viewreset', draw)
    return () => {
      clearTimeout(later)
      map.off('zoomend viewreset', draw)
      group.remove()
    }
  }, [map, counties, positions, words, onCounty])
  return null
}
