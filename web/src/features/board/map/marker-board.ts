import type { Centre } from '@lvliang/shared/centres/centre.schema'
import L from 'leaflet'
import { centreHover } from '../../../hover/hovered-centre.ts'
import { shapeOf } from '../../../status/centre-mark.ts'
import { ABOVE, centreMarker, clusterMarker, markerKey, OVER_CLUSTERS, pointsOf } from './centre-markers.ts'
import { type Bounds, type ClusterFeature, type ClusterIndex, localIndex, MANY } from './cluster-index.ts'
import type { MapWords } from './map-words.ts'
import { centreTip, createTip } from './tip.ts'
import { workerIndex } from './worker-index.ts'

interface Drawn {
  marker: L.Marker
  above: number
  code: string | null
}

interface MarkerBoardOptions {
  centres: readonly Centre[]
  words: MapWords
  onSelect: (code: string) => void
}

export interface MarkerBoard {
  highlight(selected: string | undefined): void
  remove(): void
}

const WORDS_FROM_ZOOM = 10.5
const ON_TOP = 5000

function viewOf(map: L.Map): Bounds {
  const box = map.getBounds().pad(0.25)
  return [box.getWest(), box.getSouth(), box.getEast(), box.getNorth()]
}

/** Keeps the markers of the present view on the map; moving it adds and takes away only what changed. */
export function createMarkerBoard(map: L.Map, { centres, words, onSelect }: MarkerBoardOptions): MarkerBoard {
  const byCode = new Map(centres.map(centre => [centre.code, centre]))
  const points = pointsOf(centres)
  const index: ClusterIndex = points.length > MANY ? workerIndex(points) : localIndex(points)
  const group = L.layerGroup().addTo(map)
  const tip = createTip(map)
  const drawn = new Map<string, Drawn>()
  let selected: string | undefined
  let asked = 0
  let gone = false

  const mark = () => {
    const hovered = centreHover.get()
    for (const { marker, code, above } of drawn.values()) {
      const classes = marker.getElement()?.classList
      const [isHovered, isSelected] = [code !== null && code === hovered, code !== null && code === selected]
      classes?.toggle('is-hovered', isHovered)
      classes?.toggle('is-selected', isSelected)
      marker.setZIndexOffset(isHovered || isSelected ? ON_TOP : above)
    }
  }

  const openCluster = async (feature: ClusterFeature) => {
    if (!('cluster' in feature.properties)) return
    const zoom = await index.expansionZoom(feature.properties.cluster_id)
    const [lon, lat] = feature.geometry.coordinates
    map.setView([lat!, lon!], Math.min(Math.max(zoom, map.getZoom() + 1), map.getMaxZoom()))
  }

  const drawCentre = (feature: ClusterFeature, centre: Centre): L.Marker =>
    centreMarker(feature, centre, words)
      .on('click', () => onSelect(centre.code))
      .on('mouseover', event => {
        centreHover.set(centre.code)
        tip.show(event.latlng, centreTip(centre, words))
      })
      .on('mouseout', () => {
        centreHover.set(null)
        tip.hide()
      })

  const draw = (feature: ClusterFeature): Drawn | null => {
    if ('cluster' in feature.properties) {
      const marker = clusterMarker(feature)
      return marker && { marker: marker.on('click', () => void openCluster(feature)), above: OVER_CLUSTERS, code: null }
    }
    const centre = byCode.get(feature.properties.code)
    return centre ? { marker: drawCentre(feature, centre), above: ABOVE[shapeOf(centre)], code: centre.code } : null
  }

  const refresh = async () => {
    asked += 1
    const turn = asked
    map.getContainer().classList.toggle('with-words', map.getZoom() >= WORDS_FROM_ZOOM)
    const features = await index.within(viewOf(map), map.getZoom())
    if (gone || turn !== asked) return
    const wanted = new Map(features.map(feature => [markerKey(feature, byCode), feature]))
    for (const [key, { marker }] of drawn) {
      if (wanted.has(key)) continue
      group.removeLayer(marker)
      drawn.delete(key)
    }
    for (const [key, feature] of wanted) {
      if (drawn.has(key)) continue
      const made = draw(feature)
      if (!made) continue
      group.addLayer(made.marker)
      drawn.set(key, made)
    }
    mark()
  }

  const onMove = () => void refresh()
  map.on('moveend', onMove)
  const stopHover = centreHover.subscribe(mark)
  void refresh()
  return {
    highlight(code) {
      selected = code
      mark()
    },
    remove() {
      gone = true
      map.off('moveend', onMove)
      stopHover()
      tip.hide()
      group.remove()
      index.close()
    },
  }
}
