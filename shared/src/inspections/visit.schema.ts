import { z } from 'zod'
import { dateSchema, instantSchema } from '../plan/plan.schema.ts'
import { REPORTABLE_STAGES } from '../plan/stage.ts'
import { CHECK_RESULTS, SEVERITIES } from './checklist.schema.ts'

/** 日常检查, 专项督查, 双随机抽查, 四不两直. */
export const VISIT_KINDS = ['routine', 'special', 'randomDraw', 'unannounced'] as const
export type VisitKind = (typeof VISIT_KINDS)[number]

/** What the team met: people at work or at the centre, nobody, a locked door. */
export const CENTRE_FOUND = ['open', 'nobodyThere', 'closed'] as const

/** The lottery's permanent plate: on the wall, missing, not yet to be expected. */
export const PLATE_FOUND = ['present', 'missing', 'notYet'] as const

const id = z.uuid()
const note = z.string().trim().max(2000)
const photoIds = z.array(z.uuid()).max(20)
const names = z.array(z.string().trim().min(1).max(40)).max(20)

/** Two or more, each by account. */
const inspectorIds = z.array(z.string().min(1).max(64)).min(2).max(10)
const inspectorSchema = z.object({ accountId: z.string(), name: z.string() })

const devicePositionSchema = z.strictObject({
  lon: z.number().min(-180).max(180),
  lat: z.number().min(-90).max(90),
  accuracyM: z.number().nonnegative(),
})

const checkedItemSchema = z.strictObject({
  item: z.string().max(60),
  result: z.enum(CHECK_RESULTS),
  note: note.optional(),
  /** 不合格 needs one or more. */
  photoIds: photoIds.optional(),
})

const seen = {
  kind: z.enum(VISIT_KINDS),
  /** Experts and others who came along, without an account. */
  companions: names.optional(),
  arrivedAt: instantSchema,
  leftAt: instantSchema,
  /** Where the device was, if it said so. */
  position: devicePositionSchema.nullable(),
  /** Who was present for the centre or the builder. */
  present: names,
  found: z.enum(CENTRE_FOUND),
  /** The checklist's version. */
  checklist: z.string().max(40),
  items: z.array(checkedItemSchema).max(200),
  plate: z.enum(PLATE_FOUND),
  notes: note.optional(),
  photoIds: photoIds.optional(),
}

/** What the record of a visit says; its id is the visit's, its date the day of arrival in Asia/Shanghai. */
export const visitRecordedBodySchema = z.strictObject({ ...seen, inspectors: z.array(inspectorSchema).min(2).max(10) })

/** A finding made on a visit: a new issue, or one that is open and was found again. */
const findingSchema = z.strictObject({
  id,
  item: z.string().max(60).optional(),
  severity: z.enum(SEVERITIES),
  safety: z.boolean().optional(),
  title: z.string().trim().min(1).max(100),
  description: note.optional(),
  photoIds: photoIds.optional(),
  /** A workday; absent: as the severity gives it. */
  dueOn: dateSchema.optional(),
  /** Hand it to the county at once; default yes. */
  assign: z.boolean().optional(),
  /** The open issue it is. */
  again: id.optional(),
  /** The closed issue that has come back. */
  repeats: id.optional(),
})

/** `POST /api/visits/{id}/record`: the whole visit in one act; it needs no plan. */
export const recordVisitSchema = z
  .strictObject({
    centre: z.string().max(40),
    ...seen,
    inspectors: inspectorIds,
    /** The stage seen, with the recognised day; null: not reached. */
    verified: z
      .strictObject({
        id,
        stage: z.enum(REPORTABLE_STAGES),
        date: dateSchema.nullable().optional(),
        disputes: z.boolean().optional(),
        note: note.optional(),
      })
      .optional(),
    findings: z.array(findingSchema).max(50),
  })
  .meta({ id: 'RecordVisit' })
export type RecordVisit = z.infer<typeof recordVisitSchema>
export type Finding = RecordVisit['findings'][number]

/** `POST /api/visits`: a visit to come. */
export const planVisitSchema = z
  .strictObject({
    id,
    centre: z.string().max(40),
    kind: z.enum(VISIT_KINDS),
    plannedOn: dateSchema,
    inspectors: inspectorIds,
    note: note.optional(),
  })
  .meta({ id: 'PlanVisit' })
export type PlanVisit = z.infer<typeof planVisitSchema>

/** `POST /api/visits/{id}/cancellation` */
export const cancelVisitSchema = z.strictObject({ id, reason: z.string().trim().min(1).max(200) })

/** A visit as lists show it, to come or made. */
export const visitSchema = z
  .object({
    id,
    county: z.string(),
    centre: z.object({ code: z.string(), name: z.string() }),
    kind: z.enum(VISIT_KINDS),
    state: z.enum(['planned', 'recorded', 'cancelled']),
    /** The planned day, or that of the arrival. */
    date: dateSchema,
    inspectors: z.array(inspectorSchema),
    /** Whether whoever asks is one of them. */
    mine: z.boolean(),
    found: z.enum(CENTRE_FOUND).nullable(),
    /** Findings and failed items of a visit made. */
    findings: z.int(),
    failed: z.int(),
    verifiedStage: z.enum(REPORTABLE_STAGES).nullable(),
  })
  .meta({ id: 'Visit' })
export type Visit = z.infer<typeof visitSchema>

/** `GET /api/visits/{id}` */
export const visitDetailSchema = visitSchema
  .extend({
    note: z.string().nullable(),
    cancelled: z.object({ reason: z.string(), on: dateSchema }).nullable(),
    /** Null: not yet made. */
    record: visitRecordedBodySchema.omit({ inspectors: true, kind: true }).nullable(),
    recordedAt: instantSchema.nullable(),
    verification: z
      .object({
        stage: z.enum(REPORTABLE_STAGES),
        recognisedOn: dateSchema.nullable(),
        disputes: z.boolean(),
        note: z.string().nullable(),
      })
      .nullable(),
    issues: z.array(
      z.object({ id, number: z.string(), title: z.string(), item: z.string().nullable(), again: z.boolean() }),
    ),
  })
  .meta({ id: 'VisitDetail' })
export type VisitDetail = z.infer<typeof visitDetailSchema>

export const visitListQuerySchema = z.strictObject({
  state: z.enum(['planned', 'recorded', 'cancelled']).optional(),
  county: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
  centre: z.string().max(40).optional(),
  from: dateSchema.optional(),
  to: dateSchema.optional(),
  mine: z
    .enum(['true', 'false'])
    .transform(value => value === 'true')
    .optional(),
  limit: z.coerce.number().int().min(1).max(500).optional(),
  cursor: z.string().max(200).optional(),
})
export type VisitListQuery = z.output<typeof visitListQuerySchema>

/** `GET /api/visits` */
export const visitPageSchema = z
  .object({ items: z.array(visitSchema), total: z.int(), nextCursor: z.string().nullable(), today: dateSchema })
  .meta({ id: 'VisitPage' })
export type VisitPage = z.infer<typeof visitPageSchema>

/** `GET /api/inspectors`: whom a visit may name. */
export const inspectorListSchema = z
  .object({
    items: z.array(
      inspectorSchema.extend({ role: z.enum(['inspector', 'cityOffice']), homeCounty: z.string().nullable() }),
    ),
  })
  .meta({ id: 'InspectorList' })
export type InspectorList = z.infer<typeof inspectorListSchema>
