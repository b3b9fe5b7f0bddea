import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { demonstrationAccount } from '@lvliang/shared/accounts/demonstration-accounts'
import { planVisitSchema } from '@lvliang/shared/inspections/visit.schema'
import { z } from 'zod'
import type { Db } from '../db/tables.ts'
import { PATHS } from '../paths.ts'
import { planInserts, type VisitPlan } from '../store/visit-plans.repo.ts'

export const VISIT_PLANS = join(PATHS.demonstration, 'visit-plans.json')

/** The day before the one on which the demonstration stands. */
const PLANNED_AT = '2018-07-30T02:00:00.000Z'

const fileSchema = z.array(
  planVisitSchema.omit({ inspectors: true }).extend({
    /** The home counties of its inspectors. */
    homes: z.array(z.string().regex(/^\d{6}$/)).min(2),
  }),
)

/** The visits to come of the demonstration. */
export function readVisitPlans(slots: readonly { code: string; countyCode: string }[]): VisitPlan[] {
  const countyOf = new Map(slots.map(({ code, countyCode }) => [code, countyCode]))
  const file = fileSchema.parse(JSON.parse(readFileSync(VISIT_PLANS, 'utf8')))
  return file.map(({ id, centre, kind, plannedOn, homes, note }, i) => {
    const team = homes.map(home => demonstrationAccount('inspector', home))
    return {
      seq: i + 1,
      id,
      centreCode: centre,
      countyCode: countyOf.get(centre) as string,
      kind,
      plannedOn,
      inspectors: team.map(({ id: accountId, name }) => ({ accountId, name })),
      note: note ?? null,
      plannedAt: PLANNED_AT,
      plannedBy: '市督查组',
      accountId: team[0]?.id ?? null,
    }
  })
}

export async function seedVisitPlans(db: Db, plans: readonly VisitPlan[]): Promise<void> {
  for (const plan of plans) for (const query of planInserts(db, plan)) await db.executeQuery(query)
}
