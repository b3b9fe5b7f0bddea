import L from 'leaflet'

export interface Tip {
  show(at: L.LatLngExpression, content: HTMLElement): void
  move(at: L.LatLngExpression): void
  hide(): void
}

const PLACES = {
  above: { direction: 'top', offset: [0, -10] },
  beside: { direction: 'auto', offset: [12, 0] },
} as const

/** One tooltip for the whole map; beside its place on a map too narrow to show it above a marker at the edge. */
export function createTip(map: L.Map, place: keyof typeof PLACES = 'above'): Tip {
  const { direction, offset } = PLACES[place]
  const tooltip = L.tooltip({ direction, offset: [...offset], className: 'map-tip', opacity: 1 })
  return {
    move: at => void tooltip.setLatLng(at),
    show(at, content) {
      tooltip.setLatLng(at).setContent(content)
      map.openTooltip(tooltip)
    },
    hide: () => void map.closeTooltip(tooltip),
  }
}
