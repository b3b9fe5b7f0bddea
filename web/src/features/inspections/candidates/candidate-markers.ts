import type { Candidate } from '@lvliang/shared/inspections/candidate.schema'
import L from 'leaflet'
import { markElement } from '../../../components/map/mark-element.ts'
import { htmlElement } from '../../../components/map/svg-element.ts'
import { createTip } from '../../../components/map/tip.ts'
import { centreHover } from '../../../hover/hovered-centre.ts'
import type { MarkShape } from '../../../status/shapes.ts'
import { markOf } from './candidate-mark.ts'

/** The words the drawing of the map needs, in the language on screen. */
export interface CandidateMapWords {
  light(shape: MarkShape): string
  county(code: string): string
  countyLabel(code: string): string
  risk(total: number): string
}

export interface CandidateMarkers {
  show(candidates: readonly Candidate[]): void
  pick(picked: ReadonlyMap<string, unknown>): void
  remove(): void
}

interface MarkersOptions {
  words: CandidateMapWords
  onPress: (code: string) => void
}

const WORDS_FROM_ZOOM = 10.5
const ON_TOP = 5000

/** Its shape; beside it, from a high zoom on, its name and risk. */
function element(candidate: Candidate, words: CandidateMapWords): HTMLElement {
  const label = htmlElement('span', 'marker-word', [
    `${candidate.name} `,
    htmlElement('b', '', [words.risk(candidate.risk.total)]),
  ])
  const made = htmlElement('div', 'marker', [markElement(markOf(candidate), 16), label])
  made.dataset.centre = candidate.code
  return made
}

function tipOf(candidate: Candidate, words: CandidateMapWords): HTMLElement {
  const mark = markOf(candidate)
  const place = [words.county(candidate.county), candidate.town].filter(Boolean).join(' ')
  const light = htmlElement('span', `status-${mark.shape}`, [markElement(mark, 12), ` ${words.light(mark.shape)}`])
  return htmlElement('div', '', [
    htmlElement('div', 'tip-name', [candidate.name, ' ', htmlElement('span', 'tip-place', [place])]),
    htmlElement('div', '', [light, ` · ${words.risk(candidate.risk.total)}`]),
  ])
}

/** Keeps one marker for each candidate on the map, the riskiest above the others. */
export function createMarkers(map: L.Map, { words, onPress }: MarkersOptions): CandidateMarkers {
  const group = L.layerGroup().addTo(map)
  const tip = createTip(map, 'beside')
  let drawn: ReadonlyMap<string, { marker: L.Marker; above: number }> = new Map()
  let picked: ReadonlyMap<string, unknown> = new Map()

  const mark = () => {
    const hovered = centreHover.get()
    for (const [code, { marker, above }] of drawn) {
      const classes = marker.getElement()?.classList
      classes?.toggle('is-hovered', code === hovered)
      classes?.toggle('is-selected', picked.has(code))
      marker.setZIndexOffset(code === hovered ? ON_TOP : above)
    }
  }
  const draw = (candidate: Candidate) => {
    const { code, position, risk } = candidate
    if (!position) return []
    const icon = L.divIcon({ className: 'marker-box', html: element(candidate, words), iconSize: [16, 16] })
    const marker = L.marker([position.lat, position.lon], { icon, keyboard: false })
      .on('click', () => onPress(code))
      .on('mouseover', ({ latlng }: L.LeafletMouseEvent) => {
        centreHover.set(code)
        tip.show(latlng, tipOf(candidate, words))
      })
      .on('mouseout', () => {
        centreHover.set(null)
        tip.hide()
      })
      .addTo(group)
    return [[code, { marker, above: risk.total * 10 }] as const]
  }
  const size = () => void map.getContainer().classList.toggle('with-words', map.getZoom() >= WORDS_FROM_ZOOM)

  size()
  map.on('zoomend', size)
  const stopHover = centreHover.subscribe(mark)
  return {
    show(candidates) {
      group.clearLayers()
      tip.hide()
      drawn = new Map(candidates.flatMap(draw))
      mark()
    },
    pick(codes) {
      picked = codes
      mark()
    },
    remove() {
      map.off('zoomend', size)
      stopHover()
      tip.hide()
      group.remove()
    },
  }
}
