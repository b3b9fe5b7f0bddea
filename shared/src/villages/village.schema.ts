import { z } from 'zod'

/** A village committee of the gazetteer, by the 12-digit statistical code. */
export const villageSchema = z
  .object({
    code: z.string(),
    name: z.string(),
    /** Pinyin initials of the name, e.g. `mjt`. */
    initials: z.string(),
    town: z.string(),
    townCode: z.string(),
    countyCode: z.string(),
  })
  .meta({ id: 'Village' })
export type Village = z.infer<typeof villageSchema>

/** `GET /api/villages` */
export const villagesSchema = z.object({ items: z.array(villageSchema), total: z.int() }).meta({ id: 'Villages' })
export type Villages = z.infer<typeof villagesSchema>

export const villagesQuerySchema = z.object({
  q: z.string().max(100).optional(),
  county: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(500).optional(),
})
export type VillagesQuery = z.output<typeof villagesQuerySchema>
