import { useEffect } from 'react'
import { useMap } from 'react-leaflet'

/** The wheel scrolls the page until the map has been clicked; leaving the map gives it back. */
export function WheelZoom() {
  const map = useMap()
  useEffect(() => {
    const on = () => void map.scrollWheelZoom.enable()
    const off = () => void map.scrollWheelZoom.disable()
    map.on('click zoomstart', on)
    map.on('mouseout', off)
    return () => {
      map.off('click zoomstart', on)
      map.off('mouseout', off)
    }
  }, [map])
  return null
}
