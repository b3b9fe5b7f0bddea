import { z } from 'zod'
import { dateSchema, nameSchema } from '../plan/plan.schema.ts'
import { STAGES } from '../plan/stage.ts'

/** How grave a finding is: 一般, 较大, 重大. */
export const SEVERITIES = ['general', 'larger', 'major'] as const
export type Severity = (typeof SEVERITIES)[number]

/** What an inspector finds of one item: 合格, 不合格, 不适用, 未到检查阶段. */
export const CHECK_RESULTS = ['pass', 'fail', 'notApplicable', 'notReached'] as const
export type CheckResult = (typeof CHECK_RESULTS)[number]

const checkItemSchema = z.object({
  /** Stable for ever: visits name it. */
  id: z.string().regex(/^[a-z][a-zA-Z0-9]*$/),
  text: nameSchema,
  /** How it is looked at, and what would be right. */
  how: nameSchema,
  /** The stage from which it can be looked at; before it the item is 未到检查阶段. */
  from: z.enum(STAGES),
  /** What a failure is by default. */
  severity: z.enum(SEVERITIES),
})
export type CheckItem = z.infer<typeof checkItemSchema>

const checkGroupSchema = z.object({
  id: z.string().regex(/^[a-z][a-zA-Z0-9]*$/),
  name: nameSchema,
  /** A failure here endangers people: no approved delay covers it. */
  safety: z.boolean(),
  items: z.array(checkItemSchema).min(1),
})

/** A number of ours (系统设定) with its reason. */
const ours = z.object({ value: z.int().nonnegative(), origin: z.literal('ours'), text: nameSchema })

/** What is looked at on a visit, and the settings of inspection: `data/inspections/`. */
export const checklistSchema = z
  .object({
    version: z.string(),
    groups: z.array(checkGroupSchema).min(1),
    /** Workdays in which an issue is to be rectified, by severity, and an order answered. */
    dueWorkdays: z.object({ general: ours, larger: ours, major: ours, order: ours }),
    /** Visits to one centre in a quarter beyond which a plan warns (减负). */
    visitsAQuarter: ours,
    /** Weights of the risk's parts; their sum is 100. */
    risk: z.object({
      lag: ours,
      slip: ours,
      issues: ours,
      unverified: ours,
      staleness: ours,
      exposure: ours,
    }),
  })
  .meta({ id: 'Checklist' })
export type Checklist = z.infer<typeof checklistSchema>

/** `GET /api/checklist`: with the calendars by which due days are workdays. */
export const checklistInForceSchema = checklistSchema
  .extend({
    calendars: z.array(z.object({ year: z.int(), off: z.array(dateSchema), work: z.array(dateSchema) })),
  })
  .meta({ id: 'ChecklistInForce' })
export type ChecklistInForce = z.infer<typeof checklistInForceSchema>
export type CheckGroup = Checklist['groups'][number]
