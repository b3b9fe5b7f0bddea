import L from 'leaflet'
import { useEffect, useRef } from 'react'
import { useMap } from 'react-leaflet'
import type { CountyMap } from '../../api/map.queries.ts'

function boundsOf(counties: CountyMap, focus: string | undefined): L.LatLngBounds {
  const area = counties.features.find(feature => feature.properties.code === focus)
  return L.geoJSON(area ?? counties).getBounds()
}

/** Fills the frame with the city, or with the one county the page is narrowed to, at every size of the frame. */
export function ViewKeeper({ counties, focus }: { counties: CountyMap; focus: string | undefined }) {
  const map = useMap()
  const moved = useRef(false)
  useEffect(() => {
    const fill = () => map.fitBounds(boundsOf(counties, focus), { padding: [14, 14], animate: false })
    moved.current = false
    fill()
    const byHand = () => {
      moved.current = true
    }
    map.on('dragstart', byHand)
    const observer = new ResizeObserver(() => {
      map.invalidateSize({ pan: false })
      if (!moved.current) fill()
    })
    observer.observe(map.getContainer())
    return () => {
      map.off('dragstart', byHand)
      observer.disconnect()
    }
  }, [map, counties, focus])
  return null
}
