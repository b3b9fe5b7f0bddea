import type { Centre } from '@lvliang/shared/centres/centre.schema'
import type { Mark, MarkShape } from './shapes.ts'

type Marked = Pick<Centre, 'stage' | 'light' | 'overlay' | 'verification'>

/** Which of the five shapes stands for a centre: its light, or the plain ring while unsited and not yet late. */
export function shapeOf(centre: Pick<Centre, 'stage' | 'light'>): MarkShape {
  return centre.light.colour === 'green' && centre.stage === 'proposed' ? 'plain' : centre.light.colour
}

export function markOf(centre: Marked): Mark {
  const shape = shapeOf(centre)
  if (centre.overlay !== null || centre.light.justified !== null) return { shape, fill: 'hatched' }
  return { shape, fill: centre.verification === 'verified' ? 'solid' : 'cored' }
}
