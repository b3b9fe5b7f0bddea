import { z } from 'zod'
import { issueMovedBodySchema, issueRaisedBodySchema } from '../inspections/issue.schema.ts'
import { visitRecordedBodySchema } from '../inspections/visit.schema.ts'
import { dateSchema, FUND_KINDS, FUNDING_SOURCES, instantSchema } from '../plan/plan.schema.ts'
import { MILESTONES, REPORTABLE_STAGES } from '../plan/stage.ts'

/**
 * Records are the only truth: they are appended, never changed. Each has the day it is about (`date`) and the
 * instant it was entered (`recordedAt`); state at (`asOf`, `knownAt`) is a fold over them.
 */

export const BUILDS = ['newBuild', 'conversion', 'extension'] as const
export const POPULATION_BASES = ['resident', 'registered', 'unstated'] as const

export const DELAY_CATEGORIES = ['weather', 'land', 'geology', 'policy', 'other'] as const

export const positionSchema = z.object({
  lon: z.number().min(-180).max(180),
  lat: z.number().min(-90).max(90),
  source: z.string(),
  accuracyM: z.number().nonnegative().nullable(),
})
export type Position = z.infer<typeof positionSchema>

const text = z.string().min(1).max(200)

/** Planned day per stage: the centre's own timetable (P4). */
export const plannedDaysSchema = z.partialRecord(z.enum(REPORTABLE_STAGES), dateSchema.nullable())

/** Facts of a centre. A record holds those it states; the others stay. `null` withdraws one. */
export const centreFactsSchema = z.object({
  town: text.nullable(),
  village: text.nullable(),
  villageCode: z
    .string()
    .regex(/^\d{12}$/)
    .nullable(),
  population: z
    .object({ value: z.int().nonnegative(), basis: z.enum(POPULATION_BASES), year: z.int().nullable() })
    .nullable(),
  build: z.enum(BUILDS).nullable(),
  areaM2: z.number().positive().nullable(),
  position: positionSchema.nullable(),
  meals: z.boolean().nullable(),
  leader: text.nullable(),
  unit: text.nullable(),
  person: text.nullable(),
  phone: text.nullable(),
  builder: text.nullable(),
  note: z.string().max(2000).nullable(),
  planned: plannedDaysSchema,
})
export type CentreFacts = z.infer<typeof centreFactsSchema>

const stage = z.enum(REPORTABLE_STAGES)
const note = z.string().max(2000).optional()
const id = z.uuid()

/** What each kind of record says. */
export const recordBodySchemas = {
  facts: z.strictObject({ facts: centreFactsSchema.partial() }),
  /** The county reports a stage; the record's date is the reported day. */
  stageReported: z.strictObject({ stage, note, photoIds: z.array(z.string()).optional() }),
  /**
   * Inspectors or the city confirm or dispute a stage; the record's date is the visit day (检查日期).
   * `recognisedOn` is the recognised completion day (认定完成日期); null: the stage is not recognised as reached.
   */
  stageVerified: z.strictObject({
    stage,
    recognisedOn: dateSchema.nullable(),
    disputes: z.boolean(),
    note,
    photoIds: z.array(z.string()).optional(),
    /** The visit it was recorded with. */
    visitId: id.optional(),
  }),
  /** The county takes its own report back on the day of its entry; what was reported before stands again. */
  stageWithdrawn: z.strictObject({ reportId: id, note }),
  /** The city office takes a centre back to `stage` from the record's date on, with a reason. */
  stageReversal: z.strictObject({ stage: z.enum(['proposed', ...REPORTABLE_STAGES]), reason: text }),
  /** Work stops from the record's date until `until` (the last day of the stop), or until ended. */
  suspension: z.strictObject({ reason: text, until: dateSchema.nullable() }),
  /** Ends the running suspension: the record's date is the day work resumed. */
  suspensionEnded: z.strictObject({ note }),
  /** The county asks for another village. */
  relocationRequested: z.strictObject({ reason: text }),
  /** The city agrees: the new village under the same code, sited on the record's date, with new node days. */
  relocationAgreed: z.strictObject({
    requestId: id.optional(),
    facts: centreFactsSchema.partial(),
    /** New node days for the new site; nodes it does not name keep theirs. */
    dueDays: z.partialRecord(z.enum(MILESTONES), dateSchema),
    note,
  }),
  /** The city office declines what a county asked for: a relocation or a delay. */
  requestDeclined: z.strictObject({ requestId: id, reason: text }),
  /** The county asks for a delay. */
  delayRequested: z.strictObject({
    milestone: z.enum(MILESTONES),
    newDue: dateSchema,
    category: z.enum(DELAY_CATEGORIES),
    evidence: text,
  }),
  /** 经批准延期: while it holds (to its expiry day) the light is hatched, never hidden. */
  delay: z.strictObject({
    requestId: id.optional(),
    milestone: z.enum(MILESTONES),
    newDue: dateSchema,
    category: z.enum(DELAY_CATEGORIES),
    evidence: text,
    approver: text,
    expiresOn: dateSchema,
  }),
  /**
   * Money of one source and kind. On a county it is a lump not yet split; `splitsLump` on a centre names the lump
   * it comes from (分解). `reverses` names the entry a reversal (冲正) corrects; the amount stays positive.
   */
  fundEntry: z.strictObject({
    source: z.enum(FUNDING_SOURCES),
    kind: z.enum(FUND_KINDS),
    amountFen: z.int().positive(),
    documentNo: z.string().max(100).nullable(),
    note,
    splitsLump: id.optional(),
    reverses: id.optional(),
  }),
  /** The county's signature under a month; the record's date is the day of signing. */
  monthlyReport: z.strictObject({
    period: z.string().regex(/^\d{4}-\d{2}$/),
    snapshotDay: dateSchema,
    reviewer: text.nullable(),
  }),
  /** The city office sends a signed month back (退回). */
  monthlyReportReturned: z.strictObject({ reportId: id, period: z.string(), reason: text }),
  /** A visit as inspectors record it; the record's date is the day of arrival. */
  visitRecorded: visitRecordedBodySchema,
  /** An issue (问题) or a leader's order (领导交办), of a centre or a county. */
  issueRaised: issueRaisedBodySchema,
  /** A step in the life of an issue. */
  issueMoved: issueMovedBodySchema,
  /** 疑点 accepted at loading or entry: kept with the centre as a badge, until the fact it is about is stated anew. */
  doubt: z.strictObject({ code: z.string(), text: z.string(), field: z.string().optional() }),
} as const

export type RecordKind = keyof typeof recordBodySchemas
export const RECORD_KINDS = Object.keys(recordBodySchemas) as RecordKind[]
export type RecordBody<K extends RecordKind = RecordKind> = { [P in K]: z.infer<(typeof recordBodySchemas)[P]> }[K]

interface RecordBase {
  id: string
  /** Entry order, ascending; given by the store. */
  seq: number
  countyCode: string
  /** Null: the record is about the county. */
  centreCode: string | null
  date: string
  recordedAt: string
  /** Who entered it: an office or a role, never a private person's details. */
  recordedBy: string
  /** `register`: stated by a loaded register, so the entry instant says nothing about punctuality. */
  origin: 'entry' | 'register'
  /** The account that entered it; absent: a file or the program. */
  accountId?: string | undefined
}

/** A record with its body, discriminated by `kind`. */
export type CentreRecord = { [K in RecordKind]: RecordBase & { kind: K; body: RecordBody<K> } }[RecordKind]
export type NewRecord = CentreRecord extends infer R ? (R extends CentreRecord ? Omit<R, 'seq'> : never) : never

export const recordBaseSchema = z.object({
  id,
  countyCode: z.string().regex(/^\d{6}$/),
  centreCode: z.string().nullable(),
  date: dateSchema,
  recordedAt: instantSchema,
  recordedBy: z.string(),
  origin: z.enum(['entry', 'register']),
  accountId: z.string().optional(),
})

/** One record as kept in a file, every kind by its own body. */
export const newRecordSchema = z.discriminatedUnion(
  'kind',
  RECORD_KINDS.map(kind =>
    recordBaseSchema.extend({ kind: z.literal(kind), body: recordBodySchemas[kind] }),
  ) as unknown as [z.ZodDiscriminatedUnion],
) as unknown as z.ZodType<NewRecord>
