import L from 'leaflet'

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
