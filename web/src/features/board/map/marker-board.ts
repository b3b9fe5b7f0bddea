import type { Centre } from '@lvliang/shared/centres/centre.schema'
import L from 'leaflet'
import { createTip } from '../../../components/map/tip.ts'
import { centreHover } from '../../../hover/hovered-centre.ts'
import { shapeOf } from '../../../status/centre-mark.ts'
import { ABOVE, centreMarker, clusterMarker, markerKey, OVER_CLUSTERS, pointsKey, pointsOf } from './centre-markers.ts'
import { centreTip } from './centre-tip.ts'
import { type Bounds, type ClusterFeature, type ClusterIndex, localIndex, MANY } from './cluster-index.ts'
import type { MapWords } from './map-words.ts'
import { workerIndex } from './worker-index.ts'

interface Drawn {
  marker: L.Marker
  above: number
  code: string | null
}

interface MarkerBoardOptions {
  words: MapWords
  onSelect: (code: string) => void
}

export interface MarkerBoard {
  show(centres: readonly Centre[]): void
  highlight(selected: string | undefined): void
  remove(): void
}

const WORDS_FROM_ZOOM = 10.5
const ON_TOP = 5000

function viewOf(map: L.Map): Bounds {
  const box = map.getBounds().pad(0.15)
  return [box.getWest(), box.getSouth(), box.getEast(), box.getNorth()]
}

/** Keeps the markers of the present view on the map; another view or day adds and takes away only what changed. */
export function createMarkerBoard(map: L.Map, { words, onSelect }: MarkerBoardOptions): MarkerBoard {
  const group = L.layerGroup().addTo(map)
  const tip = createTip(map)
  const drawn = new Map<string, Drawn>()
  let byCode: ReadonlyMap<string, Centre> = new Map()
  let index: ClusterIndex | undefined
  let indexed = ''
  let selected: string | undefined
  let asked = 0

  const mark = () => {
    const hovered = centreHover.get()
    for (const { marker, code, above } of drawn.values()) {
      const classes = marker.getElement()?.classList
      const [isHovered, isSelected] = [code !== null && code === hovered, code !== null && code === selected]
      classes?.toggle('is-hovered', isHovered)
      classes?.toggle('is-selected', isSelected)
      const offset = isHovered || isSelected ? ON_TOP : above
      if (marker.options.zIndexOffset !== offset) marker.setZIndexOffset(offset)
    }
  }

  const openCluster = async ({ properties, geometry }: ClusterFeature) => {
    if (!('cluster' in properties)) return
    const zoom = (await index?.expansionZoom(properties.cluster_id)) ?? map.getZoom()
    const [lon, lat] = geometry.coordinates
    map.setView([lat!, lon!], Math.min(Math.max(zoom, map.getZoom() + 1), map.getMaxZoom()))
  }

  const point = (event: L.LeafletMouseEvent, code: string) => {
    const centre = byCode.get(code)
    centreHover.set(code)
    if (centre) tip.show(event.latlng, centreTip(centre, words))
  }
  const leave = () => {
    centreHover.set(null)
    tip.hide()
  }

  const draw = (feature: ClusterFeature): Drawn | null => {
    if ('cluster' in feature.properties) {
      const marker = clusterMarker(feature)
      return marker && { marker: marker.on('click', () => void openCluster(feature)), above: OVER_CLUSTERS, code: null }
    }
    const { code } = feature.properties
    const centre = byCode.get(code)
    if (!centre) return null
    const marker = centreMarker(feature, centre, words)
    marker.on('click', () => onSelect(code)).on('mouseover', event => point(event, code))
    return { marker: marker.on('mouseout', leave), above: ABOVE[shapeOf(centre)], code }
  }

  const put = (features: readonly ClusterFeature[]) => {
    const wanted = new Map(features.map(feature => [markerKey(feature, byCode), feature]))
    for (const [key, { marker }] of drawn) {
      if (wanted.has(key)) continue
      group.removeLayer(marker)
      drawn.delete(key)
    }
    for (const [key, feature] of wanted) {
      const made = drawn.has(key) ? null : draw(feature)
      if (!made) continue
      group.addLayer(made.marker)
      drawn.set(key, made)
    }
    mark()
  }

  const refresh = async () => {
    asked += 1
    const turn = asked
    map.getContainer().classList.toggle('with-words', map.getZoom() >= WORDS_FROM_ZOOM)
    const features = await index?.within(viewOf(map), map.getZoom())
    if (features && turn === asked) put(features)
  }

  const onMove = () => void refresh()
  map.on('moveend', onMove)
  const stopHover = centreHover.subscribe(mark)
  return {
    show(centres) {
      byCode = new Map(centres.map(centre => [centre.code, centre]))
      const points = pointsOf(centres)
      const key = pointsKey(points)
      if (key !== indexed) {
        index?.close()
        index = points.length > MANY ? workerIndex(points) : localIndex(points)
        indexed = key
      }
      void refresh()
    },
    highlight(code) {
      selected = code
      mark()
    },
    remove() {
      asked += 1
      map.off('moveend', onMove)
      stopHover()
      tip.hide()
      group.remove()
      index?.close()
    },
  }
}
