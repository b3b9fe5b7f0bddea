import L from 'leaflet'
import { useEffect } from 'react'
import { useMap } from 'react-leaflet'
import type { BaseMap } from '../../api/map.queries.ts'

const PANES = { neighbour: ['context', '350'], river: ['river', '410'] } as const

/** Neighbouring cities and the Yellow River, so that the plan's city does not float in nothing. */
export function ContextLayer({ base }: { base: BaseMap }) {
  const map = useMap()
  useEffect(() => {
    const layers = (['neighbour', 'river'] as const).map(kind => {
      const [pane, zIndex] = PANES[kind]
      if (!map.getPane(pane)) map.createPane(pane).style.zIndex = zIndex
      map.getPane(pane)!.style.pointerEvents = 'none'
      return L.geoJSON(base, {
        pane,
        interactive: false,
        filter: feature => feature.properties.kind === kind,
        style: { className: `map-${kind}`, fill: kind !== 'river' },
      }).addTo(map)
    })
    return () => {
      for (const layer of layers) layer.remove()
    }
  }, [map, base])
  return null
}
