import {
  type Basis,
  type Centre,
  FUND_KIND_FIELDS,
  type FundTotals,
  LIGHTS,
  VERIFICATION_CLASSES,
} from '../centres/centre.schema.ts'
import { type CentreState, fundCell } from '../centres/state.ts'
import type { CalendarDate } from '../dates/calendar-date.ts'
import type { IssueCounts } from '../inspections/issue.schema.ts'
import { FUND_KINDS, FUNDING_SOURCES, type FundKind, type PlanFile } from '../plan/plan.schema.ts'
import { STAGES, stageOrder } from '../plan/stage.ts'
import type { CountySummary, MilestoneCount, Summary } from './summary.schema.ts'

/** A slot evaluated on a day, with the state its fund lines are summed from. */
export interface EvaluatedCentre {
  centre: Centre
  state: CentreState
}

/** What a county adds to the sum of its slots. */
export interface CountyFacts {
  unsplitFen: Record<FundKind, number>
  lastEntryOn: CalendarDate | null
  reporting: CountySummary['reporting']
  /** Of the county itself, its centres' apart. */
  issueCounts: IssueCounts
}

const zeros = <K extends string>(keys: readonly K[]) =>
  Object.fromEntries(keys.map(key => [key, 0])) as Record<K, number>
const noTotals = (): FundTotals => ({ plannedFen: 0, issuedFen: 0, disbursedFen: 0, receivedFen: 0, paidFen: 0 })

function countMilestones(plan: PlanFile, centres: readonly EvaluatedCentre[]): MilestoneCount[] {
  return plan.milestones.map(({ id, due, stage }) => {
    const count = { id, due, done: 0, onTime: 0, backdated: 0, late: 0, overdue: 0, notDue: 0, verified: 0 }
    for (const { centre } of centres) {
      const { outcome, done } = centre.milestones[id]
      count[outcome] += 1
      if (outcome === 'backdated') count.onTime += 1
      if (done) count.done += 1
      if (centre.verifiedStage !== null && stageOrder(centre.verifiedStage) >= stageOrder(stage)) count.verified += 1
    }
    return count
  })
}

function sumFunds(plan: PlanFile, centres: readonly EvaluatedCentre[]) {
  const bySource = plan.fundingSources.map(({ id, amountFen }) => ({
    source: id,
    ...noTotals(),
    plannedFen: amountFen * centres.length,
  }))
  for (const { state } of centres) {
    for (const line of bySource) {
      for (const kind of FUND_KINDS) line[FUND_KIND_FIELDS[kind]] += state.funds[fundCell(line.source, kind)] ?? 0
    }
  }
  const total = noTotals()
  for (const line of bySource)
    for (const field of Object.keys(total) as (keyof FundTotals)[]) total[field] += line[field]
  return { bySource: FUNDING_SOURCES.flatMap(source => bySource.filter(line => line.source === source)), total }
}

const addCounts = (a: IssueCounts, b: IssueCounts): IssueCounts => ({
  open: a.open + b.open,
  overdue: a.overdue + b.overdue,
  major: a.major + b.major,
})

function tally(plan: PlanFile, centres: readonly EvaluatedCentre[], basis: Basis) {
  const byStage = zeros([...STAGES, 'unverified'] as const)
  const byLight = zeros(LIGHTS)
  const byVerification = zeros(VERIFICATION_CLASSES)
  let percent = 0
  let issueCounts: IssueCounts = { open: 0, overdue: 0, major: 0 }
  let unlocated = 0
  for (const { centre } of centres) {
    byStage[basis === 'reported' ? centre.stage : (centre.verifiedStage ?? 'unverified')] += 1
    byLight[centre.light.colour] += 1
    byVerification[centre.verification] += 1
    percent += centre.percent
    issueCounts = addCounts(issueCounts, centre.issueCounts)
    if (centre.position === null) unlocated += 1
  }
  return {
    byStage,
    byLight,
    byVerification,
    milestones: countMilestones(plan, centres),
    funding: sumFunds(plan, centres),
    unlocated,
    issueCounts,
    percent: centres.length === 0 ? 0 : Math.round((percent / centres.length) * 100) / 100,
  }
}

/** Slots by their county, in one pass. */
export function groupByCounty(centres: readonly EvaluatedCentre[]): Map<string, EvaluatedCentre[]> {
  const groups = new Map<string, EvaluatedCentre[]>()
  for (const entry of centres) {
    const group = groups.get(entry.centre.countyCode)
    if (group === undefined) groups.set(entry.centre.countyCode, [entry])
    else group.push(entry)
  }
  return groups
}

interface SummaryInput {
  plan: PlanFile
  centres: readonly EvaluatedCentre[]
  counties: ReadonlyMap<string, CountyFacts>
  asOf: CalendarDate
  basis: Basis
  scheduledPercent: number
  filtered: boolean
}

/**
 * Counts and sums over the slots given: every denominator is the number of slots, never of rows filed. Roll-ups
 * are sums of their slots; `unsplitFen` alone is the counties' own. Money in fen, percent 0–100.
 */
export function summarise({ plan, centres, counties, asOf, basis, scheduledPercent, filtered }: SummaryInput): Summary {
  const byCounty = groupByCounty(centres)
  const rows = plan.counties.flatMap(({ code }): CountySummary[] => {
    const own = byCounty.get(code) ?? []
    const facts = counties.get(code)
    if (facts === undefined || (filtered && own.length === 0)) return []
    const counted = tally(plan, own, basis)
    return [
      {
        code,
        quota: own.length,
        ...counted,
        issueCounts: filtered ? counted.issueCounts : addCounts(counted.issueCounts, facts.issueCounts),
        funding: { ...counted.funding, unsplitFen: facts.unsplitFen },
        lastEntryOn: facts.lastEntryOn,
        reporting: facts.reporting,
      },
    ]
  })
  const unsplitFen = zeros(FUND_KINDS)
  for (const row of rows) for (const kind of FUND_KINDS) unsplitFen[kind] += row.funding.unsplitFen[kind]
  const all = tally(plan, centres, basis)
  const issueCounts = filtered
    ? all.issueCounts
    : rows.map(row => row.issueCounts).reduce(addCounts, { open: 0, overdue: 0, major: 0 })
  return {
    asOf,
    target: centres.length,
    scheduledPercent,
    filtered,
    ...all,
    issueCounts,
    funding: { ...all.funding, unsplitFen },
    counties: rows,
  }
}
