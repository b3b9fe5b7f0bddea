import { z } from 'zod'
import { LIGHTS, VERIFICATION_CLASSES } from '../centres/centre.schema.ts'
import { dateSchema } from '../plan/plan.schema.ts'
import { STAGES } from '../plan/stage.ts'
import { issueCountsSchema } from './issue.schema.ts'

export const RISK_PARTS = ['lag', 'slip', 'issues', 'unverified', 'staleness', 'exposure'] as const
export type RiskPart = (typeof RISK_PARTS)[number]

/** 0–100, whole points; the parts are always shown. It sorts visits and nothing else [ours]. */
export const riskSchema = z
  .object({ total: z.int().min(0).max(100), parts: z.record(z.enum(RISK_PARTS), z.int()) })
  .meta({ id: 'Risk' })
export type Risk = z.infer<typeof riskSchema>

export const CANDIDATE_SORTS = [
  '-risk',
  'risk',
  '-daysSinceVisit',
  'daysSinceVisit',
  'code',
  '-code',
  '-openIssues',
  'openIssues',
  '-visitsThisQuarter',
  'visitsThisQuarter',
  'plannedOn',
  '-plannedOn',
] as const
export type CandidateSort = (typeof CANDIDATE_SORTS)[number]

export const candidateSchema = z
  .object({
    code: z.string(),
    county: z.string(),
    name: z.string(),
    town: z.string().nullable(),
    position: z.object({ lon: z.number(), lat: z.number() }).nullable(),
    stage: z.enum(STAGES),
    verification: z.enum(VERIFICATION_CLASSES),
    light: z.enum(LIGHTS),
    risk: riskSchema,
    lastVisitOn: dateSchema.nullable(),
    /** Null: never visited. */
    daysSinceVisit: z.int().nullable(),
    issueCounts: issueCountsSchema,
    /** Stages reported and not verified; nodes entered late (补报). */
    unverifiedStages: z.int(),
    backdatedStages: z.int(),
    /** Visits made and planned in the quarter. */
    visitsThisQuarter: z.int(),
    /** The next planned visit; null: none. */
    plannedOn: dateSchema.nullable(),
    /** Whether the asker may not visit it: at home. */
    recused: z.boolean(),
  })
  .meta({ id: 'Candidate' })
export type Candidate = z.infer<typeof candidateSchema>

/** `GET /api/inspections/candidates` */
export const candidateListSchema = z
  .object({ today: dateSchema, visitsAQuarter: z.int(), items: z.array(candidateSchema) })
  .meta({ id: 'CandidateList' })
export type CandidateList = z.infer<typeof candidateListSchema>
