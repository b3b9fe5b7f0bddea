import { z } from 'zod'
import { ISSUE_CLASSES } from '../inspections/issue.schema.ts'
import { dateSchema } from '../plan/plan.schema.ts'
import { STAGES } from '../plan/stage.ts'
import { BASES, LIGHTS, VERIFICATION_CLASSES } from './centre.schema.ts'
import { GAPS } from './gap.ts'

/** Several values of one filter are separated by commas. */
const listOf = <T extends string>(values: readonly [T, ...T[]] | readonly T[]) =>
  z
    .string()
    .meta({ description: `Any of ${values.join(', ')}; several by commas` })
    .transform(text => text.split(','))
    .pipe(z.array(z.enum(values as readonly [T, ...T[]])).min(1))

/** A rectangle in WGS-84 degrees: west, south, east, north. */
const bboxSchema = z
  .string()
  .regex(/^-?\d+(\.\d+)?(,-?\d+(\.\d+)?){3}$/, 'west,south,east,north')
  .meta({ description: 'west,south,east,north in WGS-84 degrees', example: '110.5,37.5,111,38.2' })
  .transform(text => text.split(',').map(Number))
  .pipe(z.tuple([z.number(), z.number(), z.number(), z.number()]))
  .refine(([west, south, east, north]) => west <= east && south <= north, 'west,south,east,north')

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
  asOf: dateSchema
    .meta({ description: "The world on this day; default the plan's today", format: 'date', example: '2018-07-31' })
    .optional(),
  knownAt: z.iso
    .datetime({ offset: true })
    .meta({ description: 'Only what had been entered by this instant; default now' })
    .optional(),
})

/** Filters: the same on list, CSV, XLSX, GeoJSON and summary. */
export const centreFilterSchema = whenQuerySchema.extend({
  county: z
    .string()
    .meta({ description: 'Six-digit codes; several by commas', example: '141124,141123' })
    .transform(text => text.split(','))
    .pipe(z.array(z.string().regex(/^\d{6}$/)).min(1))
    .optional(),
  stage: listOf(STAGES).optional(),
  light: listOf(LIGHTS).optional(),
  verification: listOf(VERIFICATION_CLASSES).optional(),
  gap: listOf(GAPS).optional(),
  issues: listOf(ISSUE_CLASSES).optional(),
  priority: yesNo.optional(),
  located: yesNo.optional(),
  q: z
    .string()
    .max(100)
    .meta({ description: 'Words that must all appear in the code, the village, the town or the county' })
    .optional(),
  bbox: bboxSchema.optional(),
  basis: z
    .enum(BASES)
    .meta({ description: 'Whose stages are counted and filtered (default reported); the light never follows it' })
    .optional(),
})
export type CentreFilter = z.output<typeof centreFilterSchema>

export const centreListQuerySchema = centreFilterSchema.extend({
  sort: z.enum(SORTS).optional(),
  limit: z.coerce.number().int().min(1).max(500).meta({ description: 'Centres a page, default 100' }).optional(),
  cursor: z.string().max(200).meta({ description: 'nextCursor of the page before; opaque' }).optional(),
})
export type CentreListQuery = z.output<typeof centreListQuerySchema>
