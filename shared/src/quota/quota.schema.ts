import { z } from 'zod'

const county = z.string().regex(/^\d{6}$/)

/** `POST /api/quota-moves`: slots that lie idle in one county go to another; the target stays what it is. */
export const moveQuotaSchema = z
  .strictObject({
    id: z.uuid(),
    fromCounty: county,
    toCounty: county,
    slots: z.int().min(1).max(100),
    reason: z.string().trim().min(1).max(200),
  })
  .meta({ id: 'MoveQuota' })
export type MoveQuota = z.infer<typeof moveQuotaSchema>

export const quotaMovedSchema = z
  .object({
    id: z.uuid(),
    /** Codes that went, and those that came in their place. */
    retired: z.array(z.string()),
    added: z.array(z.string()),
    quotas: z.record(z.string(), z.int()),
  })
  .meta({ id: 'QuotaMoved' })
export type QuotaMoved = z.infer<typeof quotaMovedSchema>
