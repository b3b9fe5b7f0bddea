import { type Mark, type MarkShape, SHAPES } from '../../../status/shapes.ts'
import type { ShapeCounts } from './cluster-index.ts'
import { htmlElement, svgElement } from './svg-element.ts'

export function markElement({ shape, fill }: Mark, size: number): SVGElement {
  const paths = SHAPES[shape]
  const parts = [svgElement('path', { class: 'mark-body', d: paths.outline })]
  if (fill === 'cored' && paths.core) parts.push(svgElement('path', { class: 'mark-core', d: paths.core }))
  if (fill === 'hatched') parts.push(svgElement('path', { class: 'mark-lines', d: paths.hatch }))
  const box = { class: `mark mark-${shape} mark-${fill}`, width: size, height: size, viewBox: '0 0 16 16' }
  return svgElement('svg', { ...box, 'aria-hidden': 'true' }, parts)
}

/** A marker: its shape, and beside it the name and the word of its light, shown from a high zoom on. */
export function centreElement(mark: Mark, name: string, word: string): HTMLElement {
  const label = htmlElement('span', 'marker-word', [name, ' ', htmlElement('b', `status-${mark.shape}`, [word])])
  return htmlElement('div', 'marker', [markElement(mark, 16), label])
}

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
