import { demonstrationInspectors } from '@lvliang/shared/accounts/demonstration-accounts'
import { checkPlan, isEmbargoed } from '@lvliang/shared/inspections/visit-rules'
import { expect, test } from 'vitest'
import { plan } from '../../../test/factories/programme.ts'
import { createStore } from '../../../test/factories/store.ts'
import { checkStore } from '../store/check-store.ts'
import { slotsOfPlan } from '../store/slots.ts'
import { DEMONSTRATION_TODAY } from './demonstration.ts'
import { readVisitPlans, seedVisitPlans } from './visit-plans.ts'

const plans = readVisitPlans(slotsOfPlan(plan))
const known = demonstrationInspectors().map(({ id, name, county }) => ({
  accountId: id,
  name,
  role: 'inspector' as const,
  homeCounty: county,
}))

test('the visits to come of the demonstration keep the rules', () => {
  for (const { countyCode, plannedOn, inspectors } of plans) {
    const asked = { plannedOn, inspectors: inspectors.map(({ accountId }) => accountId) }
    expect(checkPlan({ asked, known, countyCode, today: DEMONSTRATION_TODAY, isMade: false })).toEqual([])
  }
})

test('there are some of today, and some that no county is to know of', () => {
  expect(plans.filter(({ plannedOn }) => plannedOn === DEMONSTRATION_TODAY)).toHaveLength(2)
  expect(plans.filter(({ kind }) => isEmbargoed(kind)).length).toBeGreaterThan(1)
})

test('they are stored soundly', async () => {
  const store = await createStore()
  await seedVisitPlans(store.db, plans)
  expect(await checkStore(store.db)).toEqual([])
  await store.close()
})
