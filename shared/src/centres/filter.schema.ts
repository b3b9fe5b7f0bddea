import { z } from 'zod'
import { dateSchema } from '../plan/plan.schema.ts'
import { STAGES } from '../plan/stage.ts'
import { BASES, LIGHTS, VERIFICATION_CLASSES } from './centre.schema.ts'

/** Several values of one filter are separated by commas. */
const listOf = <T extends string>(values: readonly [T, ...T[]] | readonly T[]) =>
  z
    .string()
    .transform(text => text.split(','))
    .pipe(z.array(z.enum(values as readonly [T, ...T[]])).min(1))

const yesNo = z.enum(['true', 'false']).transform(value => value === 'true')

export const SORTS = [
  'code',
  '-code',
  'county',
  '-county',
  'name',
  '-name',
  'stage',
  '-stage',
  'percent',
  '-percent',
  'light',
  '-light',
  'overdueDays',
  '-overdueDays',
  'floatDays',
  '-floatDays',
  'paid',
  '-paid',
  'updatedAt',
  '-updatedAt',
] as const

/** The day and knowledge a read is about. `knownAt` takes any ISO instant with an offset. */
export const whenQuerySchema = z.object({
  asOf: dateSchema.optional(),
  knownAt: z.iso.datetime({ offset: true }).optional(),
})

/** Filters: the same on list, CSV, XLSX, GeoJSON and summary. */
export const centreFilterSchema = whenQuerySchema.extend({
  county: z
    .string()
    .transform(text => text.split(','))
    .pipe(z.array(z.string().regex(/^\d{6}$/)).min(1))
    .optional(),
  stage: listOf(STAGES).optional(),
  light: listOf(LIGHTS).optional(),
  verification: listOf(VERIFICATION_CLASSES).optional(),
  priority: yesNo.optional(),
  located: yesNo.optional(),
  q: z.string().max(100).optional(),
  bbox: z
    .string()
    .transform(text => text.split(',').map(Number))
    .pipe(z.tuple([z.number(), z.number(), z.number(), z.number()]))
    .optional(),
  basis: z.enum(BASES).optional(),
})
export type CentreFilter = z.output<typeof centreFilterSchema>

export const centreListQuerySchema = centreFilterSchema.extend({
  sort: z.enum(SORTS).optional(),
  limit: z.coerce.number().int().min(1).max(500).optional(),
  cursor: z.string().max(200).optional(),
})
export type CentreListQuery = z.output<typeof centreListQuerySchema>
