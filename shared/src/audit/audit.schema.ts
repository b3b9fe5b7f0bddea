import { z } from 'zod'
import { dateSchema, instantSchema } from '../plan/plan.schema.ts'

/** `refused`: a right was missing. `failed`: a sign-in that was not one. */
export const AUDIT_OUTCOMES = ['done', 'refused', 'failed'] as const

/** One act, as it stands in the chain for good. */
export const auditEntrySchema = z
  .object({
    /** 1, 2, 3 … without a gap. */
    seq: z.int(),
    at: instantSchema,
    accountId: z.string().nullable(),
    /** Null: nobody signed in. `console` acts on the machine itself, `system` by the clock. */
    username: z.string().nullable(),
    role: z.string().nullable(),
    county: z.string().nullable(),
    /** The network address asked from. */
    address: z.string().nullable(),
    requestId: z.string().nullable(),
    operation: z.string(),
    outcome: z.enum(AUDIT_OUTCOMES),
    /** What was acted on: `account/…`, `centre/LL2018-034`, `session/…`. */
    subject: z.string().nullable(),
    before: z.unknown(),
    after: z.unknown(),
    previousHash: z.string(),
    hash: z.string(),
  })
  .meta({ id: 'AuditEntry' })
export type AuditEntry = z.infer<typeof auditEntrySchema>

/** `GET /api/audit`, newest first. */
export const auditQuerySchema = z.strictObject({
  from: dateSchema.optional(),
  to: dateSchema.optional(),
  username: z.string().max(100).optional(),
  operation: z.string().max(60).optional(),
  outcome: z.enum(AUDIT_OUTCOMES).optional(),
  subject: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(500).optional(),
  cursor: z.string().max(200).optional(),
})
export type AuditQuery = z.output<typeof auditQuerySchema>

export const auditPageSchema = z
  .object({
    items: z.array(auditEntrySchema),
    total: z.int(),
    nextCursor: z.string().nullable(),
    /** Every operation there is a row of, for the filter. */
    operations: z.array(z.string()),
  })
  .meta({ id: 'AuditPage' })
export type AuditPage = z.infer<typeof auditPageSchema>

/** The head of the chain at an instant: kept elsewhere, it shows later that nothing was cut off or written anew. */
export const auditAnchorSchema = z
  .object({ seq: z.int(), hash: z.string(), at: instantSchema })
  .meta({ id: 'AuditAnchor' })
export type AuditAnchor = z.infer<typeof auditAnchorSchema>

/** `GET /api/audit/verification`, with an anchor kept elsewhere or without. */
export const auditVerificationQuerySchema = z.strictObject({
  seq: z.coerce.number().int().min(0).optional(),
  hash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
})
export const auditVerificationSchema = z
  .object({
    whole: z.boolean(),
    rows: z.int(),
    head: auditAnchorSchema,
    /** The first row that is not what was written; `missing` also where rows were cut off at the end. */
    broken: z.object({ seq: z.int(), what: z.enum(['altered', 'missing', 'unchained', 'anchorDiffers']) }).nullable(),
  })
  .meta({ id: 'AuditVerification' })
export type AuditVerification = z.infer<typeof auditVerificationSchema>
