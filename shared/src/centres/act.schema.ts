import { z } from 'zod'
import { documentSchema } from '../evidence/evidence.schema.ts'
import { dateSchema } from '../plan/plan.schema.ts'
import { MILESTONES, REPORTABLE_STAGES, STAGES } from '../plan/stage.ts'
import { centreSheetSchema } from './centre.schema.ts'
import { centreFactsSchema, DELAY_CATEGORIES } from './record.schema.ts'

/**
 * What people do to one centre. Each act carries an id its sender made: the same id again is the same act. Each names
 * in `If-Match` the version it was made from.
 */

const id = z.uuid()
const day = dateSchema.meta({ description: 'The day it is about; not after today', format: 'date' })
const note = z.string().trim().max(2000).optional()
const reason = z.string().trim().min(1).max(200)
const photoIds = z.array(z.uuid()).max(20).optional()
const acceptDoubts = z
  .boolean()
  .meta({ description: 'Save although something is doubtful; it is kept as a badge' })
  .optional()
const stage = z.enum(REPORTABLE_STAGES)
const facts = centreFactsSchema.partial().strict()

/** `PATCH /api/centres/{code}` */
export const changeCentreSchema = z
  .strictObject({
    id,
    date: day.meta({ description: 'From when the facts hold; default today' }).optional(),
    facts,
    siting: z
      .strictObject({ id, date: day })
      .meta({ description: 'Reports the village as sited in the same act' })
      .optional(),
    acceptDoubts,
  })
  .meta({ id: 'ChangeCentre' })
export type ChangeCentre = z.infer<typeof changeCentreSchema>

const stageReportSchema = z.strictObject({
  id,
  basis: z.literal('reported').optional(),
  stage,
  date: day,
  note,
  photoIds,
  acceptDoubts,
})
const stageVerificationSchema = z.strictObject({
  id,
  basis: z.literal('verified'),
  stage,
  checkedOn: day.meta({ description: 'The day of the visit (检查日期)' }),
  date: dateSchema
    .nullable()
    .meta({ description: 'The recognised day (认定完成日期); default the reported one; null: not reached' })
    .optional(),
  disputes: z.boolean().optional(),
  note,
  photoIds,
})

/** `POST /api/centres/{code}/stage-records` */
export const stageRecordSchema = z.union([stageVerificationSchema, stageReportSchema]).meta({ id: 'StageRecord' })
export type StageReport = z.infer<typeof stageReportSchema>
export type StageVerification = z.infer<typeof stageVerificationSchema>
export type StageRecord = z.infer<typeof stageRecordSchema>

/** `POST …/stage-withdrawals`: one's own report of today, taken back. */
export const withdrawReportSchema = z.strictObject({ id, reportId: z.uuid(), note })
/** `POST …/stage-reversals` */
export const reverseStageSchema = z.strictObject({ id, stage: z.enum(STAGES), date: day, reason })
/** `POST …/suspensions` */
export const suspendWorkSchema = z.strictObject({ id, date: day, until: dateSchema.nullable().optional(), reason })
/** `POST …/suspensions/end` */
export const resumeWorkSchema = z.strictObject({ id, date: day, note })
/** `POST …/relocations` */
export const requestRelocationSchema = z.strictObject({ id, date: day, reason })
/** `POST …/relocations/agreement` */
export const agreeRelocationSchema = z.strictObject({
  id,
  requestId: z.uuid().optional(),
  date: day,
  facts,
  dueDays: z.partialRecord(z.enum(MILESTONES), dateSchema).optional(),
  note,
  acceptDoubts,
})
const delay = {
  milestone: z.enum(MILESTONES),
  newDue: dateSchema,
  category: z.enum(DELAY_CATEGORIES),
  evidence: z.string().trim().min(1).max(200),
}
/** `POST …/delay-requests` */
export const requestDelaySchema = z.strictObject({ id, date: day, ...delay })
/** `POST …/delays` */
export const approveDelaySchema = z.strictObject({
  id,
  requestId: z.uuid().optional(),
  date: day,
  ...delay,
  approver: z.string().trim().min(1).max(200),
  expiresOn: dateSchema,
})
/** `POST …/declined-requests` */
export const declineRequestSchema = z.strictObject({ id, requestId: z.uuid(), date: day, reason })

/** What an act answers: the centre as it is now, its version as ETag, and the records it left. */
export const actDoneSchema = z
  .object({ centre: centreSheetSchema, recordIds: z.array(z.uuid()) })
  .meta({ id: 'ActDone' })
export type ActDone = z.infer<typeof actDoneSchema>

/** `GET /api/counties/{code}` */
export const countySheetSchema = z
  .object({
    county: z.string(),
    asOf: dateSchema,
    items: z.array(centreSheetSchema),
    /** Of the county itself: its plan and measures. */
    documents: z.array(documentSchema),
  })
  .meta({ id: 'CountySheet' })
export type CountySheet = z.infer<typeof countySheetSchema>
