import { svgElement } from '../../../components/map/svg-element.ts'

export const HATCH_FILL = 'url(#county-hatch)'

/** Puts the diagonal lines of deep poverty where the polygons of the map can name them. */
export function addHatch(container: Element): void {
  if (container.querySelector('#county-hatch')) return
  const line = svgElement('path', { class: 'county-hatch-line', d: 'M0 0V7' })
  const pattern = svgElement(
    'pattern',
    {
      id: 'county-hatch',
      width: 7,
      height: 7,
      patternUnits: 'userSpaceOnUse',
      patternTransform: 'rotate(45)',
    },
    [line],
  )
  container.querySelector('svg')?.prepend(svgElement('defs', {}, [pattern]))
}
