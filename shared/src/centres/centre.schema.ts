import { z } from 'zod'
import { documentSchema, photoSchema } from '../evidence/evidence.schema.ts'
import { issueCountsSchema, issueSchema } from '../inspections/issue.schema.ts'
import { visitSchema } from '../inspections/visit.schema.ts'
import { dateSchema, type FUND_KINDS, FUNDING_SOURCES, instantSchema } from '../plan/plan.schema.ts'
import { MILESTONES, REPORTABLE_STAGES, STAGES } from '../plan/stage.ts'
import {
  BUILDS,
  centreFactsSchema,
  DELAY_CATEGORIES,
  POPULATION_BASES,
  positionSchema,
  RECORD_KINDS,
} from './record.schema.ts'

export const LIGHTS = ['red', 'yellow', 'green', 'blue'] as const
export type LightColour = (typeof LIGHTS)[number]
export const VERIFICATION_CLASSES = ['verified', 'reportedOnly', 'disputed', 'none'] as const
export type VerificationClass = (typeof VERIFICATION_CLASSES)[number]
export const BASES = ['reported', 'verified'] as const
export type Basis = (typeof BASES)[number]

/** Why a light or badge: a stable code, its numbers, and the sentence in Chinese. The client words other languages. */
export const reasonSchema = z
  .object({
    code: z.string(),
    params: z.record(z.string(), z.union([z.string(), z.number()])),
    text: z.string(),
  })
  .meta({ id: 'Reason' })
export type Reason = z.infer<typeof reasonSchema>

export const lightSchema = z
  .object({
    colour: z.enum(LIGHTS),
    reasons: z.array(reasonSchema),
    /** 经批准延期: the light is drawn hatched over its colour while it holds. */
    justified: z.object({ reason: z.string(), until: dateSchema }).nullable(),
  })
  .meta({ id: 'Light' })
export type Light = z.infer<typeof lightSchema>

export const OUTCOMES = ['onTime', 'backdated', 'late', 'overdue', 'notDue'] as const

export const milestoneStateSchema = z
  .object({
    due: dateSchema,
    planned: dateSchema.nullable(),
    reported: dateSchema.nullable(),
    verified: dateSchema.nullable(),
    /** Whether the stage in the basis is at or past this node, its own day stated or not (未填). */
    done: z.boolean(),
    /** The day that counts for timeliness: recognised, else reported, else the first one stated after it. */
    completedOn: dateSchema.nullable(),
    /** In the basis; `backdated` is done on time but entered more than 7 days later. */
    outcome: z.enum(OUTCOMES),
    /** Days past the due day while not done in the basis; 0 otherwise. */
    overdueDays: z.int(),
    forecast: dateSchema.nullable(),
    floatDays: z.int().nullable(),
    /** Days between the reported day and its entry where more than 7 (补报); null: not so, or unknown. */
    backdatedDays: z.int().nullable(),
  })
  .meta({ id: 'MilestoneState' })
export type MilestoneState = z.infer<typeof milestoneStateSchema>

export const fundTotalsSchema = z
  .object({
    plannedFen: z.int(),
    issuedFen: z.int(),
    disbursedFen: z.int(),
    receivedFen: z.int(),
    paidFen: z.int(),
  })
  .meta({ id: 'FundTotals' })
export type FundTotals = z.infer<typeof fundTotalsSchema>

export const centreSchema = z
  .object({
    code: z.string(),
    countyCode: z.string(),
    town: z.string().nullable(),
    village: z.string().nullable(),
    villageCode: z.string().nullable(),
    /** Short name on screen: the village, or the slot's code until sited. */
    name: z.string(),
    population: z.object({ value: z.int(), basis: z.enum(POPULATION_BASES), year: z.int().nullable() }).nullable(),
    priority: z.boolean(),
    build: z.enum(BUILDS).nullable(),
    meals: z.boolean().nullable(),
    areaM2: z.number().nullable(),
    position: positionSchema.nullable(),
    stage: z.enum(STAGES),
    verifiedStage: z.enum(STAGES).nullable(),
    verification: z.enum(VERIFICATION_CLASSES),
    percent: z.number(),
    scheduledPercent: z.number(),
    light: lightSchema,
    /** Null, or the overlay now running: 停工 or 调整中. */
    overlay: z.enum(['suspended', 'relocating']).nullable(),
    badges: z.array(reasonSchema),
    milestones: z.record(z.enum(MILESTONES), milestoneStateSchema),
    funding: fundTotalsSchema,
    issueCounts: issueCountsSchema,
    updatedAt: instantSchema.nullable(),
    version: z.int(),
  })
  .meta({ id: 'Centre' })
export type Centre = z.infer<typeof centreSchema>

const stageStateSchema = z.object({
  stage: z.enum(REPORTABLE_STAGES),
  /** The record that reports it; null: none does. */
  reportId: z.uuid().nullable(),
  reported: dateSchema.nullable(),
  recordedAt: instantSchema.nullable(),
  verified: dateSchema.nullable(),
  checkedOn: dateSchema.nullable(),
  disputed: z.boolean(),
  /** The stage is implied by a later one, its own day not stated (未填). */
  implied: z.boolean(),
})
export type StageState = z.infer<typeof stageStateSchema>

export const historyEntrySchema = z.object({
  id: z.uuid(),
  kind: z.enum(RECORD_KINDS),
  date: dateSchema,
  recordedAt: instantSchema,
  recordedBy: z.string(),
  origin: z.enum(['entry', 'register']),
  body: z.record(z.string(), z.unknown()),
})
export type HistoryEntry = z.infer<typeof historyEntrySchema>

/** The people responsible for a centre. */
const peopleSchema = z.object({
  leader: z.string().nullable(),
  unit: z.string().nullable(),
  person: z.string().nullable(),
  /** Masked for those who need not call: 138****1234. */
  phone: z.string().nullable(),
  builder: z.string().nullable(),
})

/** A centre as its forms and the rows of the workbench need it. */
export const centreSheetSchema = centreSchema
  .extend({
    people: peopleSchema,
    note: z.string().nullable(),
    planned: centreFactsSchema.shape.planned,
    stages: z.array(stageStateSchema),
    /** What the county asked the city office for, and what became of it. */
    relocations: z.array(
      z.object({
        id: z.uuid(),
        requestedOn: dateSchema,
        agreedOn: dateSchema.nullable(),
        declinedOn: dateSchema.nullable(),
        reason: z.string(),
      }),
    ),
    delayRequests: z.array(
      z.object({
        id: z.uuid(),
        requestedOn: dateSchema,
        milestone: z.enum(MILESTONES),
        newDue: dateSchema,
        category: z.enum(DELAY_CATEGORIES),
        evidence: z.string(),
        decided: z.enum(['approved', 'declined']).nullable(),
      }),
    ),
  })
  .meta({ id: 'CentreSheet' })
export type CentreSheet = z.infer<typeof centreSheetSchema>

/** `GET /api/centres/{code}` */
export const centreDetailSchema = centreSheetSchema
  .extend({
    fundLines: z.array(fundTotalsSchema.extend({ source: z.enum(FUNDING_SOURCES) })),
    overlays: z.array(
      z.object({
        kind: z.enum(['suspended', 'relocating']),
        from: dateSchema,
        to: dateSchema.nullable(),
        reason: z.string(),
      }),
    ),
    latestSafeStart: dateSchema.nullable(),
    /** The light as it was shown on each day it changed: light(asOf D, knownAt end of D). */
    lightHistory: z.array(z.object({ from: dateSchema, colour: z.enum(LIGHTS) })),
    history: z.array(historyEntrySchema),
    documents: z.array(documentSchema),
    photos: z.array(photoSchema),
    visits: z.array(visitSchema),
    issues: z.array(issueSchema),
    asOf: dateSchema,
  })
  .meta({ id: 'CentreDetail' })
export type CentreDetail = z.infer<typeof centreDetailSchema>

export const centrePageSchema = z
  .object({
    items: z.array(centreSchema),
    total: z.int(),
    nextCursor: z.string().nullable(),
    asOf: dateSchema,
  })
  .meta({ id: 'CentrePage' })
export type CentrePage = z.infer<typeof centrePageSchema>

export const FUND_KIND_FIELDS = {
  issued: 'issuedFen',
  disbursed: 'disbursedFen',
  received: 'receivedFen',
  paid: 'paidFen',
} as const satisfies Record<(typeof FUND_KINDS)[number], keyof FundTotals>
