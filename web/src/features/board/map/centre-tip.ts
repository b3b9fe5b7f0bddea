import type { Centre } from '@lvliang/shared/centres/centre.schema'
import { markElement } from '../../../components/map/mark-element.ts'
import { htmlElement } from '../../../components/map/svg-element.ts'
import { markOf } from '../../../status/centre-mark.ts'
import type { MapWords } from './map-words.ts'

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
