import { z } from 'zod'
import { isCalendarDate } from '../dates/calendar-date.ts'
import { MILESTONES, STAGES } from './stage.ts'

export const dateSchema = z
  .string()
  .refine(isCalendarDate, 'a real day written YYYY-MM-DD')
  .meta({ format: 'date', example: '2018-07-31' })
export const instantSchema = z.iso.datetime({ precision: 3 })
export const nameSchema = z.object({ zh: z.string(), en: z.string() })
export const originSchema = z.enum(['plan', 'ours'])

/** The four sources of the one-off construction subsidy, in the plan's order (P7). */
export const FUNDING_SOURCES = ['provincialBudget', 'municipalBudget', 'provincialLottery', 'municipalLottery'] as const
export type FundingSource = (typeof FUNDING_SOURCES)[number]
/** What can happen to money, in its usual order: issued → disbursed → received → paid. */
export const FUND_KINDS = ['issued', 'disbursed', 'received', 'paid'] as const
export type FundKind = (typeof FUND_KINDS)[number]

export const milestoneSchema = z.object({
  id: z.enum(MILESTONES),
  stage: z.enum(STAGES),
  due: dateSchema,
  origin: originSchema,
  name: nameSchema,
})
export type Milestone = z.infer<typeof milestoneSchema>

export const PAY_MODES = ['advance', 'byProgress', 'afterAcceptance'] as const

export const planCountySchema = z.object({
  code: z.string().regex(/^\d{6}$/),
  name: nameSchema,
  deepPoverty: z.boolean(),
  quota: z.int().nonnegative(),
  /** 预拨 · 按进度 · 验收后拨付 */
  payMode: z.enum(PAY_MODES),
})
export type PlanCounty = z.infer<typeof planCountySchema>

/** A plan as kept in `data/plan/`: one programme of one year. Another year or city is another file. */
export const planFileSchema = z.object({
  id: z.string(),
  title: nameSchema,
  year: z.int(),
  codePrefix: z.string().regex(/^[A-Z]{2,4}\d{4}$/),
  stages: z.array(z.object({ id: z.enum(STAGES), name: nameSchema })),
  milestones: z.array(milestoneSchema),
  fundingSources: z.array(
    z.object({
      id: z.enum(FUNDING_SOURCES),
      amountFen: z.int().positive(),
      name: nameSchema,
      holder: z.enum(['province', 'city']),
    }),
  ),
  operatingSubsidy: z.object({ withMealsFen: z.int(), withoutMealsFen: z.int() }),
  priority: z.object({ minPopulation: z.int(), deepPovertyOnly: z.boolean() }),
  /** First day on which money may be dated: it is often issued the year before. */
  moneyFrom: dateSchema,
  counties: z.array(planCountySchema),
  /** The plan's own requirements, P1 … P13, for the policy page. */
  requirements: z.array(z.object({ id: z.string(), origin: originSchema, text: nameSchema })),
})
export type PlanFile = z.infer<typeof planFileSchema>

/** `GET /api/plan` */
export const planSchema = z
  .object({
    id: z.string(),
    title: nameSchema,
    year: z.int(),
    target: z.int(),
    today: dateSchema,
    /** The last day `asOf` may name. */
    latestDay: dateSchema,
    demonstration: z.boolean(),
    stages: z.array(z.object({ id: z.enum(STAGES), order: z.int(), percent: z.number(), name: nameSchema })),
    milestones: z.array(milestoneSchema),
    fundingSources: z.array(z.object({ id: z.enum(FUNDING_SOURCES), amountFen: z.int(), name: nameSchema })),
    operatingSubsidy: z.object({ withMealsFen: z.int(), withoutMealsFen: z.int() }),
    counties: z.array(planCountySchema),
    policyVersion: z.string(),
  })
  .meta({ id: 'Plan' })
export type Plan = z.infer<typeof planSchema>
