import { z } from 'zod'
import { fundTotalsSchema, LIGHTS, VERIFICATION_CLASSES } from '../centres/centre.schema.ts'
import { issueCountsSchema } from '../inspections/issue.schema.ts'
import { dateSchema, FUNDING_SOURCES } from '../plan/plan.schema.ts'
import { MILESTONES, STAGES } from '../plan/stage.ts'

/** Counts of one node over a set of slots: `done = onTime + late`, `backdated ≤ onTime`, quota = done + overdue + notDue. */
export const milestoneCountSchema = z
  .object({
    id: z.enum(MILESTONES),
    due: dateSchema,
    done: z.int(),
    onTime: z.int(),
    backdated: z.int(),
    late: z.int(),
    overdue: z.int(),
    notDue: z.int(),
    verified: z.int(),
  })
  .meta({ id: 'MilestoneCount' })
export type MilestoneCount = z.infer<typeof milestoneCountSchema>

const tally = {
  byStage: z.record(z.enum([...STAGES, 'unverified']), z.int()),
  byLight: z.record(z.enum(LIGHTS), z.int()),
  byVerification: z.record(z.enum(VERIFICATION_CLASSES), z.int()),
  milestones: z.array(milestoneCountSchema),
  /** Sum over slots; lumps still with the county stand apart in `unsplitFen`, by kind. */
  funding: z.object({
    bySource: z.array(fundTotalsSchema.extend({ source: z.enum(FUNDING_SOURCES) })),
    total: fundTotalsSchema,
    unsplitFen: z.object({ issued: z.int(), disbursed: z.int(), received: z.int(), paid: z.int() }),
  }),
  /** Open issues of the slots, and of the counties themselves where nothing is filtered. */
  issueCounts: issueCountsSchema,
  /** Slots without a position, those not yet sited among them: what the filter `located=false` leaves. */
  unlocated: z.int(),
  /** Mean physical progress of the slots in the basis, and the schedule of the same day, percent. */
  percent: z.number(),
}

export const countySummarySchema = z
  .object({
    code: z.string(),
    quota: z.int(),
    ...tally,
    /** Day of the latest entry about the county or its centres; null: never. */
    lastEntryOn: dateSchema.nullable(),
    /** Badge of the county, never a colour of a centre: last month's report; null: no month was ever signed here. */
    reporting: z.object({ period: z.string(), status: z.enum(['notDue', 'signed', 'missing', 'returned']) }).nullable(),
  })
  .meta({ id: 'CountySummary' })
export type CountySummary = z.infer<typeof countySummarySchema>

/** `GET /api/summary` */
export const summarySchema = z
  .object({
    asOf: dateSchema,
    target: z.int(),
    scheduledPercent: z.number(),
    /** Whether filters narrow the slots counted. */
    filtered: z.boolean(),
    ...tally,
    counties: z.array(countySummarySchema),
  })
  .meta({ id: 'Summary' })
export type Summary = z.infer<typeof summarySchema>

/** Newly done · done after its due day · newly overdue · newly verified · newly disputed · light worse or better. */
export const CHANGE_KINDS = ['done', 'late', 'overdue', 'verified', 'disputed', 'lightWorse', 'lightBetter'] as const

export const changeSchema = z
  .object({
    kind: z.enum(CHANGE_KINDS),
    code: z.string(),
    countyCode: z.string(),
    name: z.string(),
    milestone: z.enum(MILESTONES).nullable(),
    stage: z.enum(STAGES).nullable(),
    /** The day it happened where it has one. */
    date: dateSchema.nullable(),
    from: z.string().nullable(),
    to: z.string().nullable(),
  })
  .meta({ id: 'Change' })
export type Change = z.infer<typeof changeSchema>

/** `GET /api/changes?from=&to=` */
export const changesSchema = z
  .object({
    from: dateSchema,
    to: dateSchema,
    counts: z.record(z.enum(CHANGE_KINDS), z.int()),
    items: z.array(changeSchema),
  })
  .meta({ id: 'Changes' })
export type Changes = z.infer<typeof changesSchema>

/** `GET /api/progress-curve`; days after `asOf` carry the schedule alone. */
export const progressCurveSchema = z
  .object({
    asOf: dateSchema,
    points: z.array(
      z.object({
        date: dateSchema,
        scheduledPercent: z.number(),
        reportedPercent: z.number().nullable(),
        verifiedPercent: z.number().nullable(),
        sited: z.int().nullable(),
        started: z.int().nullable(),
        mainStructure: z.int().nullable(),
      }),
    ),
  })
  .meta({ id: 'ProgressCurve' })
export type ProgressCurve = z.infer<typeof progressCurveSchema>
