import { type Mark, SHAPES } from '../../status/shapes.ts'
import { htmlElement, svgElement } from './svg-element.ts'

/** The shape of a light, for what is not made by React. */
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
