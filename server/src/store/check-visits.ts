import { z } from 'zod'
import type { Db } from '../db/tables.ts'
import type { Finding } from './check-store.ts'
import type { RecordRow } from './record.repo.ts'
import { listVisitPlans, type VisitPlan } from './visit-plans.repo.ts'

const teamSchema = z.array(z.strictObject({ accountId: z.string().min(1), name: z.string().min(1) })).min(2)

function faultsOf(plan: VisitPlan, countyCode: string | undefined, made: RecordRow | undefined): string[] {
  const isOfTwo = teamSchema.safeParse(plan.inspectors).success
  const names = new Set(isOfTwo ? plan.inspectors.map(({ accountId }) => accountId) : [])
  return [
    ...(isOfTwo && names.size === plan.inspectors.length ? [] : ['does not name two inspectors or more, each once']),
    ...(countyCode === plan.countyCode ? [] : [`${plan.centreCode} is not in ${plan.countyCode}`]),
    ...(made && (made.kind !== 'visitRecorded' || made.centre_code !== plan.centreCode)
      ? ['is not the visit that its record is of']
      : []),
  ]
}

/** Visits to come: whom they name and where they go. What calls one off names it by a foreign key. */
export async function checkVisits(db: Db, rows: readonly RecordRow[]): Promise<Finding[]> {
  // A slot that has gone was in its county all the same.
  const slots = await db.selectFrom('centre').select(['code', 'county_code']).execute()
  const countyOf = new Map(slots.map(({ code, county_code }) => [code, county_code]))
  const records = new Map(rows.map(row => [row.id, row]))
  const plans = await listVisitPlans(db)
  return plans.flatMap(plan =>
    faultsOf(plan, countyOf.get(plan.centreCode), records.get(plan.id)).map(
      (what): Finding => ({ check: 'visit', where: `visit plan ${plan.seq} (${plan.id})`, what }),
    ),
  )
}
