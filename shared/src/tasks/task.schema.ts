import { z } from 'zod'
import { dateSchema } from '../plan/plan.schema.ts'

/** 待办 by kind, in the order in which they are shown. */
export const TASK_KINDS = [
  'visit',
  'majorIssue',
  'orderOverdue',
  'recheck',
  'handOut',
  'answerOrder',
  'rectify',
  'monthReturned',
  'signMonth',
  'relocation',
  'delay',
  'fileNode',
  'disputed',
  'turnsWorse',
  'doubt',
  'dateOrder',
  'fundOrder',
  'missingDay',
  'unlocated',
  'missingDocument',
  'verify',
  'monthMissing',
  'unsited',
] as const
export type TaskKind = (typeof TASK_KINDS)[number]

/** One thing to do: of one kind, about one county, a month or some of its centres. */
export const taskSchema = z
  .object({
    kind: z.enum(TASK_KINDS),
    county: z.string(),
    /** The centres it is about, by code, each at the version it was found at; empty: the county itself. */
    centres: z.array(z.object({ code: z.string(), name: z.string(), version: z.int() })),
    /** By when; null: as soon as may be. */
    due: dateSchema.nullable(),
    /** Days past the due day; 0: not yet due. */
    overdueDays: z.int(),
    /** `milestone`, `stage`, `period`, `document`, `requestId`, `reason`, `colour`, `issue`, `title`, `visit` as the kind has them. */
    params: z.record(z.string(), z.string()),
  })
  .meta({ id: 'Task' })
export type Task = z.infer<typeof taskSchema>

/** `GET /api/tasks` */
export const taskListSchema = z.object({ asOf: dateSchema, items: z.array(taskSchema) }).meta({ id: 'TaskList' })
export type TaskList = z.infer<typeof taskListSchema>
