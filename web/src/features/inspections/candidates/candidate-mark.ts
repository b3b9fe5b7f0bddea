import type { Candidate } from '@lvliang/shared/inspections/candidate.schema'
import type { Mark } from '../../../status/shapes.ts'

/** The mark of a candidate: its light, solid where verified. */
export const markOf = ({ light, stage, verification }: Pick<Candidate, 'light' | 'stage' | 'verification'>): Mark => ({
  shape: light === 'green' && stage === 'proposed' ? 'plain' : light,
  fill: verification === 'verified' ? 'solid' : 'cored',
})
