import { z } from 'zod'
import { dateSchema, instantSchema } from '../plan/plan.schema.ts'
import { SEVERITIES } from './checklist.schema.ts'

/** Where an issue comes from: a visit, an inspector's or the office's own eyes (日常发现), a leader's order (领导交办). */
export const ISSUE_SOURCES = ['visit', 'spot', 'order'] as const
export type IssueSource = (typeof ISSUE_SOURCES)[number]

/** 发现, 已交办, 整改中, 申请销号, 复核中, 退回, 已销号, 已撤销. */
export const ISSUE_STATES = [
  'found',
  'assigned',
  'rectifying',
  'closingRequested',
  'rechecking',
  'returned',
  'closed',
  'withdrawn',
] as const
export type IssueState = (typeof ISSUE_STATES)[number]

/** 交办, 开始整改, 申请销号, 撤回申请, 开始复核, 销号, 退回, 重新打开, 再次发现, 改期, 移交, 撤销. */
export const ISSUE_MOVES = [
  'assign',
  'start',
  'requestClosing',
  'takeBack',
  'recheck',
  'close',
  'return',
  'reopen',
  'findAgain',
  'extend',
  'handOver',
  'withdraw',
] as const
export type IssueMove = (typeof ISSUE_MOVES)[number]

const id = z.uuid()
const title = z.string().trim().min(1).max(100)
const text = z.string().trim().max(2000)
const photoIds = z.array(z.uuid()).max(20)
const item = z.string().max(60)

/** The number an order was given about, as its giver saw it: its words with the value, and the view that shows it. */
export const orderAboutSchema = z.strictObject({
  label: z.string().trim().min(1).max(200),
  /** Path and query of our own pages. */
  link: z
    .string()
    .max(500)
    .regex(/^\/(?!\/)[^\s\\]*$/),
})

/** What the record of a new issue says; the record's id is the issue's, its date the day of finding. */
export const issueRaisedBodySchema = z.strictObject({
  source: z.enum(ISSUE_SOURCES),
  severity: z.enum(SEVERITIES),
  safety: z.boolean(),
  title,
  description: text.optional(),
  /** Of the checklist. */
  item: item.optional(),
  visitId: id.optional(),
  /** Handed to the county at once; else it waits as 发现. */
  assigned: z.boolean(),
  dueOn: dateSchema,
  photoIds: photoIds.optional(),
  /** The closed issue that has come back. */
  repeats: id.optional(),
  about: orderAboutSchema.optional(),
})

/** One step in the life of an issue. */
export const issueMovedBodySchema = z.strictObject({
  issueId: id,
  move: z.enum(ISSUE_MOVES),
  note: text.optional(),
  photoIds: photoIds.optional(),
  /** `extend` and `assign`: the new due day. */
  dueOn: dateSchema.optional(),
  /** `findAgain`: graver than before. */
  severity: z.enum(SEVERITIES).optional(),
  /** `findAgain`: the visit on which it was. */
  visitId: id.optional(),
  /** `handOver`: the account that closes it from now on. */
  to: z.string().max(64).optional(),
})

/** `POST /api/issues`: a finding outside a visit (`spot`), or an order; of a centre, or of a county alone. */
export const raiseIssueSchema = z
  .strictObject({
    id,
    source: z.enum(['spot', 'order']),
    centre: z.string().max(40).optional(),
    county: z
      .string()
      .regex(/^\d{6}$/)
      .optional(),
    date: dateSchema,
    severity: z.enum(SEVERITIES).optional(),
    safety: z.boolean().optional(),
    title,
    description: text.optional(),
    item: item.optional(),
    assign: z.boolean().optional(),
    /** A workday; absent: as the severity gives it. */
    dueOn: dateSchema.optional(),
    photoIds: photoIds.optional(),
    repeats: id.optional(),
    about: orderAboutSchema.optional(),
  })
  .meta({ id: 'RaiseIssue' })
export type RaiseIssue = z.infer<typeof raiseIssueSchema>

/** `POST /api/issues/{id}/transitions`; `If-Match` names the issue's version. */
export const moveIssueSchema = z
  .strictObject({
    id,
    move: z.enum(ISSUE_MOVES),
    date: dateSchema,
    note: text.optional(),
    photoIds: photoIds.optional(),
    dueOn: dateSchema.optional(),
    severity: z.enum(SEVERITIES).optional(),
    to: z.string().max(64).optional(),
  })
  .meta({ id: 'MoveIssue' })
export type MoveIssue = z.infer<typeof moveIssueSchema>

const moveMadeSchema = z.object({
  id,
  move: z.enum(ISSUE_MOVES),
  from: z.enum(ISSUE_STATES),
  to: z.enum(ISSUE_STATES),
  on: dateSchema,
  at: instantSchema,
  /** The office; never a person. */
  by: z.string(),
  note: z.string().nullable(),
  photoIds: z.array(z.uuid()),
  dueOn: dateSchema.nullable(),
  visitId: z.uuid().nullable(),
})

/** An issue as lists show it. */
export const issueSchema = z
  .object({
    id,
    /** In the order of entry, e.g. `WT2018-0012`. */
    number: z.string(),
    county: z.string(),
    /** Null: about the county. */
    centre: z.object({ code: z.string(), name: z.string() }).nullable(),
    source: z.enum(ISSUE_SOURCES),
    severity: z.enum(SEVERITIES),
    safety: z.boolean(),
    title: z.string(),
    item: z.string().nullable(),
    state: z.enum(ISSUE_STATES),
    foundOn: dateSchema,
    dueOn: dateSchema,
    /** Days past the due day while open; 0 otherwise. */
    overdueDays: z.int(),
    closedOn: dateSchema.nullable(),
    /** The office that raised it. */
    raisedBy: z.string(),
    /** Whether whoever asks is the one to close it. */
    mine: z.boolean(),
    updatedAt: instantSchema,
    version: z.int(),
  })
  .meta({ id: 'Issue' })
export type Issue = z.infer<typeof issueSchema>

/** `GET /api/issues/{id}` */
export const issueDetailSchema = issueSchema
  .extend({
    description: z.string().nullable(),
    about: orderAboutSchema.nullable(),
    visitId: z.uuid().nullable(),
    repeats: z.object({ id, number: z.string() }).nullable(),
    repeatedBy: z.array(z.object({ id, number: z.string() })),
    photoIds: z.array(z.uuid()),
    moves: z.array(moveMadeSchema),
    /** The moves open to whoever asks. */
    may: z.array(z.enum(ISSUE_MOVES)),
  })
  .meta({ id: 'IssueDetail' })
export type IssueDetail = z.infer<typeof issueDetailSchema>

/** Open: neither closed nor withdrawn. */
export const ISSUE_CLASSES = ['open', 'overdue', 'major'] as const

export const issueCountsSchema = z
  .object({ open: z.int(), overdue: z.int(), major: z.int() })
  .meta({ id: 'IssueCounts' })
export type IssueCounts = z.infer<typeof issueCountsSchema>

export const ISSUE_SORTS = ['dueOn', '-dueOn', 'foundOn', '-foundOn', 'severity', '-severity', 'county'] as const

const listOf = <T extends string>(values: readonly [T, ...T[]]) =>
  z
    .string()
    .meta({ description: `Any of ${values.join(', ')}; several by commas` })
    .transform(given => given.split(','))
    .pipe(z.array(z.enum(values)).min(1))
const yesNo = z.enum(['true', 'false']).transform(value => value === 'true')

/** Filters of the list and of the 整改台账. */
export const issueFilterSchema = z.strictObject({
  state: listOf(ISSUE_STATES).optional(),
  open: yesNo.optional(),
  overdue: yesNo.optional(),
  severity: listOf(SEVERITIES).optional(),
  source: listOf(ISSUE_SOURCES).optional(),
  county: z
    .string()
    .transform(given => given.split(','))
    .pipe(z.array(z.string().regex(/^\d{6}$/)).min(1))
    .optional(),
  centre: z.string().max(40).optional(),
  /** Those the asker is to close. */
  mine: yesNo.optional(),
  q: z.string().max(100).optional(),
  asOf: dateSchema.optional(),
  knownAt: z.iso.datetime({ offset: true }).optional(),
})
export const issueListQuerySchema = issueFilterSchema.extend({
  sort: z.enum(ISSUE_SORTS).optional(),
  limit: z.coerce.number().int().min(1).max(500).optional(),
  cursor: z.string().max(200).optional(),
})
export type IssueListQuery = z.output<typeof issueListQuerySchema>

/** `GET /api/issues` */
export const issuePageSchema = z
  .object({
    asOf: dateSchema,
    items: z.array(issueSchema),
    total: z.int(),
    counts: issueCountsSchema.meta({ description: 'Of all that the filters leave' }),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'IssuePage' })
export type IssuePage = z.infer<typeof issuePageSchema>
