import type { Centre } from '@lvliang/shared/centres/centre.schema'
import L from 'leaflet'
import { markOf } from '../../../status/centre-mark.ts'
import type { MapWords } from './map-words.ts'
import { markElement } from './marker-elements.ts'
import { htmlElement } from './svg-element.ts'

export interface Tip {
  show(at: L.LatLngExpression, content: HTMLElement): void
  move(at: L.LatLngExpression): void
  hide(): void
}

/** One tooltip for the whole map. */
export function createTip(map: L.Map): Tip {
  const tooltip = L.tooltip({ direction: 'top', className: 'map-tip', opacity: 1, offset: [0, -10] })
  return {
    move: at => void tooltip.setLatLng(at),
    show(at, content) {
      tooltip.setLatLng(at).setContent(content)
      map.openTooltip(tooltip)
    },
    hide: () => void map.closeTooltip(tooltip),
  }
}

/** Name and place, light in shape and word, stage reported and verified, first reason. */
export function centreTip(centre: Centre, words: MapWords): HTMLElement {
  const mark = markOf(centre)
  const light = htmlElement('span', `status-${mark.shape}`, [markElement(mark, 12), ` ${words.light(mark.shape)}`])
  const place = [words.county(centre.countyCode), centre.town].filter(Boolean).join(' ')
  const [reason] = centre.light.reasons
  return htmlElement('div', '', [
    htmlElement('div', 'tip-name', [centre.name, ' ', htmlElement('span', 'tip-place', [place])]),
    htmlElement('div', '', [light, ' · ', words.reached(centre)]),
    ...(reason && centre.light.colour !== 'green' ? [htmlElement('div', 'tip-reason', [words.reason(reason)])] : []),
  ])
}
