import type { Basis, LightColour, VerificationClass } from '@lvliang/shared/centres/centre.schema'
import type { Gap } from '@lvliang/shared/centres/gap'
import type { IssueCounts } from '@lvliang/shared/inspections/issue.schema'

// The schemas of the contract are classic zod and too heavy for the first load: the lists are repeated, typed by them.
export const LIGHTS = ['red', 'yellow', 'green', 'blue'] as const satisfies readonly LightColour[]
export const VERIFICATIONS = [
  'verified',
  'reportedOnly',
  'disputed',
  'none',
] as const satisfies readonly VerificationClass[]
export const BASES = ['reported', 'verified'] as const satisfies readonly Basis[]
export const GAPS = ['unverified', 'disputed', 'dayDiffers'] as const satisfies readonly Gap[]
export const ISSUE_CLASSES = ['open', 'overdue', 'major'] as const satisfies readonly (keyof IssueCounts)[]
