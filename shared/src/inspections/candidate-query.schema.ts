import { z } from 'zod'
import { centreFilterSchema } from '../centres/filter.schema.ts'
import { CANDIDATE_SORTS } from './candidate.schema.ts'

const yesNo = z.enum(['true', 'false']).transform(value => value === 'true')

/** `GET /api/inspections/candidates`: the filters of the list of centres, and what only candidates have. */
export const candidateQuerySchema = centreFilterSchema
  .pick({ county: true, stage: true, light: true, verification: true, issues: true, priority: true, q: true })
  .extend({
    minRisk: z.coerce.number().int().min(0).max(100).meta({ description: 'Only this risk and above' }).optional(),
    minDays: z.coerce
      .number()
      .int()
      .min(0)
      .max(9999)
      .meta({ description: 'Only those not visited for this many days, or never' })
      .optional(),
    sited: yesNo.meta({ description: 'false: only slots without a village, where there is nothing to see' }).optional(),
    planned: yesNo.meta({ description: 'Whether a visit is planned' }).optional(),
    sort: z.enum(CANDIDATE_SORTS).meta({ description: 'Default -risk; equal ones by risk, then by code' }).optional(),
  })
  .strict()
export type CandidateQuery = z.output<typeof candidateQuerySchema>
