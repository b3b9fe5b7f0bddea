import { readFileSync } from 'node:fs'
import { type PlanFile, planFileSchema } from '@lvliang/shared/plan/plan.schema'
import { type Policy, policySchema } from '@lvliang/shared/plan/policy.schema'
import { PATHS } from '../paths.ts'

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))

/** The plan of a year as its file states it. */
export const readPlanFile = (path: string = PATHS.plan(2018)): PlanFile => planFileSchema.parse(readJson(path))

/** The policy of a year: thresholds, percents and standard days. */
export const readPolicyFile = (path: string = PATHS.policy(2018)): Policy => policySchema.parse(readJson(path))
