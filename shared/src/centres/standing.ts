import type { CalendarDate } from '../dates/calendar-date.ts'
import { type KnownIssue, openIssues } from '../inspections/issue-state.ts'
import { dueDay } from '../milestones/schedule.ts'
import { FUNDING_SOURCES, type Milestone, type PlanCounty, type PlanFile } from '../plan/plan.schema.ts'
import type { Policy } from '../plan/policy.schema.ts'
import { type ReportableStage, type Stage, stageOrder } from '../plan/stage.ts'
import { badgesOf, type MoneyHeld, moneyHeld } from './badges.ts'
import type { Basis, Centre, FundTotals, MilestoneState, Reason } from './centre.schema.ts'
import { type ReasonNames, reasonText } from './reason-text.ts'
import { backdatedDays, doneOn, effectiveStage, stageIn, verificationClass } from './stages.ts'
import { type CentreState, fundCell } from './state.ts'

/** A slot of the quota: it exists whether or not anything was filed about it. */
export interface Slot {
  code: string
  countyCode: string
}

/** A plan and policy made ready to evaluate many centres in one basis. */
export interface Programme {
  plan: PlanFile
  policy: Policy
  basis: Basis
  counties: ReadonlyMap<string, PlanCounty>
  plannedFen: number
  names: ReasonNames
}

/** A node of a centre as it stands while no day has made it overdue and nothing is forecast for it. */
export interface NodeStanding {
  node: Milestone
  settled: MilestoneState
}

type OfDay = 'scheduledPercent' | 'light' | 'overlay' | 'badges' | 'milestones' | 'issueCounts'

/**
 * What a centre's records say by themselves: everything of the answer that only its next record changes, not the
 * day. The rest is made of it day by day.
 */
export interface Standing {
  state: CentreState
  reached: { stage: Stage; reachedOn: CalendarDate | null }
  fixed: Omit<Centre, OfDay>
  nodes: readonly NodeStanding[]
  badges: readonly Reason[]
  moneyHeld: MoneyHeld | null
  openIssues: readonly KnownIssue[]
  /** Whether a relocation gave it node days of its own. */
  ownDays: boolean
}

/** Names from the plan in one language, for {@link reasonText}. */
export function planNames(
  plan: Pick<PlanFile, 'milestones' | 'stages' | 'fundingSources'>,
  language: 'zh' | 'en',
): ReasonNames {
  const table = <T extends string>(entries: readonly { id: T; name: { zh: string; en: string } }[]) => {
    const names = new Map(entries.map(({ id, name }) => [id, name[language]]))
    return (id: T) => names.get(id) ?? id
  }
  return { milestone: table(plan.milestones), stage: table(plan.stages), source: table(plan.fundingSources) }
}

/** Prepares a plan and policy for evaluation in a basis. */
export function programmeOf(plan: PlanFile, policy: Policy, basis: Basis = 'reported'): Programme {
  return {
    plan,
    policy,
    basis,
    counties: new Map(plan.counties.map(county => [county.code, county])),
    plannedFen: plan.fundingSources.reduce((sum, { amountFen }) => sum + amountFen, 0),
    names: planNames(plan, 'zh'),
  }
}

/** A reason with its sentence in Chinese. */
export function worded(reason: Pick<Reason, 'code' | 'params'>, names: ReasonNames): Reason {
  return { ...reason, text: reasonText(reason, 'zh', names) }
}

function nodeStanding(state: CentreState, node: Milestone, { basis, policy }: Programme): NodeStanding {
  const stage = node.stage as ReportableStage
  const due = dueDay(node, state.dueDays)
  const done = stageOrder(stageIn(state, basis)) >= stageOrder(stage)
  const completedOn = done ? doneOn(state, stage, basis) : null
  const backdated = backdatedDays(state, stage, policy.backdatedDays.value)
  const inTime = backdated === null ? 'onTime' : 'backdated'
  return {
    node,
    settled: {
      due,
      planned: state.facts.planned?.[stage] ?? null,
      reported: state.reported[stage]?.date ?? null,
      verified: state.checked[stage]?.recognisedOn ?? null,
      done,
      completedOn,
      outcome: !done ? 'notDue' : completedOn !== null && completedOn > due ? 'late' : inTime,
      overdueDays: 0,
      forecast: null,
      floatDays: null,
      backdatedDays: backdated,
    },
  }
}

function fundTotals({ funds }: CentreState, plannedFen: number): FundTotals {
  const totals = { plannedFen, issuedFen: 0, disbursedFen: 0, receivedFen: 0, paidFen: 0 }
  for (const source of FUNDING_SOURCES) {
    totals.issuedFen += funds[fundCell(source, 'issued')] ?? 0
    totals.disbursedFen += funds[fundCell(source, 'disbursed')] ?? 0
    totals.receivedFen += funds[fundCell(source, 'received')] ?? 0
    totals.paidFen += funds[fundCell(source, 'paid')] ?? 0
  }
  return totals
}

const NO_FACTS: CentreState['facts'] = {}

/** Facts that depend on the village are null until it is sited. */
function fixedPart(slot: Slot, state: CentreState, county: PlanCounty, programme: Programme): Standing['fixed'] {
  const { plan, policy, basis, plannedFen } = programme
  const sited = state.stage !== 'proposed' || state.verifiedStage !== null
  const facts = sited ? state.facts : NO_FACTS
  return {
    code: slot.code,
    countyCode: slot.countyCode,
    town: facts.town ?? null,
    village: facts.village ?? null,
    villageCode: facts.villageCode ?? null,
    name: facts.village ?? slot.code,
    population: facts.population ?? null,
    priority:
      (county.deepPoverty || !plan.priority.deepPovertyOnly) &&
      (facts.population?.value ?? 0) >= plan.priority.minPopulation,
    build: facts.build ?? null,
    meals: facts.meals ?? null,
    areaM2: facts.areaM2 ?? null,
    position: facts.position ?? null,
    stage: state.stage,
    verifiedStage: state.verifiedStage,
    verification: verificationClass(state),
    percent: policy.percent[stageIn(state, basis)].value,
    funding: fundTotals(state, plannedFen),
    updatedAt: state.updatedAt,
    version: state.version,
  }
}

/** What a slot's state amounts to whatever the day; see {@link Standing}. */
export function standingOf(slot: Slot, state: CentreState, programme: Programme): Standing {
  const { plan, policy, names } = programme
  const county = programme.counties.get(slot.countyCode)
  if (county === undefined) throw new RangeError(`the plan has no county ${slot.countyCode}`)
  const input = { state, plan, policy, county }
  return {
    state,
    reached: effectiveStage(state),
    fixed: fixedPart(slot, state, county, programme),
    nodes: plan.milestones.map(node => nodeStanding(state, node, programme)),
    badges: badgesOf(input).map(badge => worded(badge, names)),
    moneyHeld: moneyHeld(input),
    openIssues: openIssues(state.issues),
    ownDays: Object.keys(state.dueDays).length > 0,
  }
}
