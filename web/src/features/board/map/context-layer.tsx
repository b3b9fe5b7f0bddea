import L from 'leaflet'
import { useEffect } from 'react'
import { useMap } from 'react-leaflet'
import type { BaseMap } from '../../../api/map.queries.ts'

const PANE = 'context'

/** Neighbouring cities and the Yellow River, so that the plan's city does not float in nothing. */
export function ContextLayer({ base }: { base: BaseMap }) {
  const map = useMap()
  useEffect(() => {
    if (!map.getPane(PANE)) map.createPane(PANE).style.zIndex = '350'
    const layer = L.geoJSON(base, {
      pane: PANE,
      interactive: false,
      style: feature => ({
        className: feature?.properties.kind === 'river' ? 'map-river' : 'map-neighbour',
        fill: feature?.properties.kind !== 'river',
      }),
    }).addTo(map)
    return () => void layer.remove()
  }, [map, base])
  return null
}
