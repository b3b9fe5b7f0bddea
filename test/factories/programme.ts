import { readFileSync } from 'node:fs'
import type { YearCalendar } from '@lvliang/shared/dates/workdays'
import { planFileSchema } from '@lvliang/shared/plan/plan.schema'
import { policySchema } from '@lvliang/shared/plan/policy.schema'

const readJson = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../data/${path}`, import.meta.url), 'utf8'))

/** The plan, policy and calendar as shipped. */
export const plan = planFileSchema.parse(readJson('plan/2018.json'))
export const policy = policySchema.parse(readJson('policy/2018.json'))
export const calendar2018 = readJson('calendar/2018.json') as YearCalendar
