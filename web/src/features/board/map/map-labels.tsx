import L from 'leaflet'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useMap } from 'react-leaflet'

/** What the map's own parts are called, in the language on screen. */
export function MapLabels() {
  const { t } = useTranslation('board')
  const map = useMap()
  useEffect(() => {
    const container = map.getContainer()
    container.setAttribute('role', 'region')
    container.setAttribute('aria-label', t('map.label'))
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
  }, [map, t])
  return null
}
