import { z } from 'zod'
import { countySummarySchema } from '../board/summary.schema.ts'
import { centreSchema } from '../centres/centre.schema.ts'
import { dateSchema, instantSchema } from '../plan/plan.schema.ts'
import { REPORTABLE_STAGES } from '../plan/stage.ts'
import { CHANGED_KINDS } from './changes-after.ts'
import { MONTH_STATES } from './month-state.ts'

const id = z.uuid()

export const periodSchema = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month written YYYY-MM')
  .meta({ example: '2018-06' })

/** `POST /api/monthly-reports` */
export const signMonthSchema = z
  .strictObject({
    id,
    county: z.string().regex(/^\d{6}$/),
    period: periodSchema,
    reviewer: z.string().trim().min(1).max(60).nullable().optional(),
  })
  .meta({ id: 'SignMonth' })
export type SignMonth = z.infer<typeof signMonthSchema>

/** `POST /api/monthly-reports/{id}/return` */
export const returnMonthSchema = z
  .strictObject({ id, reason: z.string().trim().min(1).max(200) })
  .meta({ id: 'ReturnMonth' })
export type ReturnMonth = z.infer<typeof returnMonthSchema>

export const signatureSchema = z
  .object({
    id,
    snapshotDay: dateSchema,
    signedOn: dateSchema,
    signedAt: instantSchema,
    office: z.string(),
    reviewer: z.string().nullable(),
    /** Null: it stands. */
    returned: z
      .object({ returnedOn: dateSchema, returnedAt: instantSchema, office: z.string(), reason: z.string() })
      .nullable(),
  })
  .meta({ id: 'MonthSignature' })

export const monthStandingSchema = z
  .object({
    state: z.enum(MONTH_STATES),
    /** Days after the due day: of the signature, or of `asOf` while nothing stands signed. */
    daysLate: z.int(),
    /** The newest signature, standing or sent back. */
    signature: signatureSchema.nullable(),
  })
  .meta({ id: 'MonthStanding' })

export const reportedMonthSchema = z
  .object({
    period: periodSchema,
    snapshotDay: dateSchema,
    due: dateSchema,
    /** Whether it can be signed: it is over. */
    over: z.boolean(),
    counts: z.record(z.enum(MONTH_STATES), z.int()),
  })
  .meta({ id: 'ReportedMonth' })
export type ReportedMonth = z.infer<typeof reportedMonthSchema>

export const countyReportingSchema = z
  .object({
    code: z.string(),
    /** Day of the latest entry about the county or its centres; null: never. */
    lastEntryOn: dateSchema.nullable(),
    /** Days since then; null: never. */
    staleDays: z.int().nullable(),
    /** In the order of `periods`. */
    months: z.array(monthStandingSchema),
  })
  .meta({ id: 'CountyReporting' })
export type CountyReporting = z.infer<typeof countyReportingSchema>

/** `GET /api/reporting-status` */
export const reportingStatusSchema = z
  .object({ asOf: dateSchema, periods: z.array(reportedMonthSchema), counties: z.array(countyReportingSchema) })
  .meta({ id: 'ReportingStatus' })
export type ReportingStatus = z.infer<typeof reportingStatusSchema>

export const reportRowSchema = centreSchema
  .pick({
    code: true,
    town: true,
    village: true,
    name: true,
    stage: true,
    verifiedStage: true,
    verification: true,
    overlay: true,
    light: true,
    badges: true,
    funding: true,
  })
  .extend({
    stages: z.array(
      z.object({
        stage: z.enum(REPORTABLE_STAGES),
        reported: dateSchema.nullable(),
        verified: dateSchema.nullable(),
        /** Implied by a later stage, its own day not stated (未填). */
        implied: z.boolean(),
      }),
    ),
    /** Stages whose day is owed. */
    gaps: z.array(z.enum(REPORTABLE_STAGES)),
    /** 疑点 that stand. */
    doubts: z.int(),
  })
  .meta({ id: 'MonthlyReportRow' })
export type ReportRow = z.infer<typeof reportRowSchema>

const changedValue = z.union([z.string(), z.number(), z.boolean()]).nullable()

export const reportChangeSchema = z
  .object({
    /** Null: the county's own money, not yet split. */
    code: z.string().nullable(),
    name: z.string().nullable(),
    kind: z.enum(CHANGED_KINDS),
    field: z.string(),
    from: changedValue,
    to: changedValue,
  })
  .meta({ id: 'MonthlyReportChange' })
export type ReportChange = z.infer<typeof reportChangeSchema>

/** `GET /api/counties/{code}/monthly-reports/{period}` */
export const monthlyReportSchema = z
  .object({
    county: z.string(),
    period: periodSchema,
    snapshotDay: dateSchema,
    due: dateSchema,
    asOf: dateSchema,
    ...monthStandingSchema.shape,
    /** What was known when it was signed; while nothing stands signed, what would be signed now. */
    knownAt: instantSchema,
    rows: z.array(reportRowSchema),
    totals: countySummarySchema.omit({ reporting: true }),
    /** 报后变动: what differs between the newest signature and what is known now of the same day. */
    changes: z.array(reportChangeSchema),
    /** Signatures before the newest one, each sent back. */
    earlier: z.array(signatureSchema),
  })
  .meta({ id: 'MonthlyReport' })
export type MonthlyReport = z.infer<typeof monthlyReportSchema>
