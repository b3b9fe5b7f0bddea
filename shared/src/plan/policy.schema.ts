import { z } from 'zod'
import { nameSchema } from './plan.schema.ts'
import { STAGES } from './stage.ts'

/** One number of the policy with where it comes from: the plan, published practice, or this product. */
const rule = (unit: 'days' | 'points' | 'percent' | 'person' | 'metres') =>
  z.object({
    value: z.number(),
    unit: z.literal(unit),
    origin: z.enum(['plan', 'practice', 'ours']),
    text: nameSchema,
  })

/** Thresholds behind every light, forecast and badge: `data/policy/`. */
export const policySchema = z.object({
  version: z.string(),
  /** Percent of physical progress on reaching a stage. */
  percent: z.record(z.enum(STAGES), rule('percent')),
  /** Standard days from one stage to the next, up to the main structure. */
  standardDays: z.object({
    sited: rule('days'),
    approved: rule('days'),
    started: rule('days'),
    foundation: rule('days'),
    mainStructure: rule('days'),
  }),
  overrunDays: rule('days'),
  red: z.object({
    planNodeOverdueDays: rule('days'),
    behindPoints: rule('points'),
    forecastLateDays: rule('days'),
    issueOverdueDays: rule('days'),
    suspendedDays: rule('days'),
  }),
  yellow: z.object({
    behindPoints: rule('points'),
    dueSoonDays: rule('days'),
    dueSoonMainStructureDays: rule('days'),
    dueSoonStagesAway: z.object({ value: z.int(), origin: z.literal('ours'), text: nameSchema }),
  }),
  backdatedDays: rule('days'),
  /** A centre started this long ago with less than this share of its money received gets the money badge. */
  moneyHeldDays: rule('days'),
  moneyHeldPercent: rule('percent'),
  /** A county with no entry for this long is called stale. */
  staleDays: rule('days'),
  borderDoubtMetres: rule('metres'),
})
export type Policy = z.infer<typeof policySchema>
