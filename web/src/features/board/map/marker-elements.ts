import { htmlElement, svgElement } from '../../../components/map/svg-element.ts'
import type { MarkShape } from '../../../status/shapes.ts'
import type { ShapeCounts } from './cluster-index.ts'

const ORDER: readonly MarkShape[] = ['red', 'yellow', 'green', 'blue', 'plain']

function ringElement(counts: ShapeCounts, total: number, radius: number): SVGElement[] {
  let before = 0
  return ORDER.filter(shape => counts[shape] > 0).map(shape => {
    const share = (counts[shape] / total) * 100
    const arc = svgElement('circle', {
      class: `ring ring-${shape}`,
      r: radius,
      pathLength: 100,
      'stroke-dasharray': `${share} ${100 - share}`,
      'stroke-dashoffset': 25 - before,
    })
    before += share
    return arc
  })
}

export function clusterRadius(total: number): number {
  return Math.min(24, 12 + Math.log2(total) * 1.5)
}

/** Markers that would collide, as one ring cut by status with their number inside. */
export function clusterElement(counts: ShapeCounts): HTMLElement {
  const total = ORDER.reduce((sum, shape) => sum + counts[shape], 0)
  const radius = clusterRadius(total)
  const size = Math.round(radius * 2)
  const number = svgElement('text', { class: 'ring-number', y: 4 })
  number.textContent = String(total)
  const disc = svgElement('circle', { class: 'ring-disc', r: radius - 0.5 })
  const box = { width: size, height: size, viewBox: `${-radius} ${-radius} ${size} ${size}`, 'aria-hidden': 'true' }
  const svg = svgElement('svg', box, [disc, ...ringElement(counts, total, radius - 3), number])
  return htmlElement('div', 'marker marker-cluster', [svg])
}
