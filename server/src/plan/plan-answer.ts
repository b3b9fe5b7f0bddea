import type { Plan } from '@lvliang/shared/plan/plan.schema'
import type { Reader } from '../reader.ts'

/** The plan as the API shows it: quotas are the slots that exist. */
export function planAnswer({ ledger, times, demonstration }: Reader): Plan {
  const { plan, policy, slots } = ledger.programme
  const quota = (code: string) => slots.filter(slot => slot.countyCode === code).length
  return {
    id: plan.id,
    title: plan.title,
    year: plan.year,
    target: slots.length,
    today: times.today(),
    latestDay: times.latestDay(),
    demonstration,
    stages: plan.stages.map(({ id, name }, order) => ({ id, order, percent: policy.percent[id].value, name })),
    milestones: plan.milestones,
    fundingSources: plan.fundingSources.map(({ id, amountFen, name }) => ({ id, amountFen, name })),
    operatingSubsidy: plan.operatingSubsidy,
    counties: plan.counties.map(county => ({ ...county, quota: quota(county.code) })),
    policyVersion: policy.version,
  }
}
