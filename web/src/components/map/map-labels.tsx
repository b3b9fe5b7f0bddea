import L from 'leaflet'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useMap } from 'react-leaflet'

/** What the map and its own parts are called, in the language on screen. */
export function MapLabels({ label }: { label: string }) {
  const { t } = useTranslation('board')
  const map = useMap()
  useEffect(() => {
    const container = map.getContainer()
    container.setAttribute('role', 'region')
    container.setAttribute('aria-label', label)
    const zoom = L.control.zoom({
      position: 'topright',
      zoomInTitle: t('map.zoomIn'),
      zoomOutTitle: t('map.zoomOut'),
    })
    const attribution = L.control.attribution({ position: 'bottomright' })
    attribution.setPrefix(false).addAttribution(t('map.schematic'))
    zoom.addTo(map)
    attribution.addTo(map)
    return () => {
      zoom.remove()
      attribution.remove()
    }
  }, [map, t, label])
  return null
}
