import { z } from 'zod'
import { dateSchema } from '../plan/plan.schema.ts'
import { STAGES } from '../plan/stage.ts'

/** What of the board a change touches. */
export const LIVE_TYPES = ['centre', 'county', 'evidence'] as const

/** A change as `GET /api/events` tells it: codes and kinds, nothing of what was said and nobody's name. */
export const liveEventSchema = z
  .object({
    type: z.enum(LIVE_TYPES),
    recordId: z.uuid(),
    act: z.uuid().meta({ description: 'The id of the act it came with; shared by the records of one act' }),
    code: z.string().nullable().meta({ description: 'The centre; null: the change is about the county' }),
    county: z.string(),
    version: z.int().nullable().meta({ description: 'The version of the centre after it; null where it has none' }),
    kind: z.string().meta({ description: 'The kind of record, photo or document' }),
    stage: z.enum(STAGES).optional(),
    date: dateSchema.meta({ description: 'The day it is about' }),
    recordedBy: z.string().meta({ description: 'The office it was entered for' }),
  })
  .meta({ id: 'LiveEvent' })
export type LiveEvent = z.infer<typeof liveEventSchema>
