import { type CalendarDate, daysBetween } from '../dates/calendar-date.ts'
import { type Forecast, type ForecastStage, forecast } from '../milestones/forecast.ts'
import { lightOf, type Schedule, scheduleOn } from '../milestones/light.ts'
import { dueDay } from '../milestones/schedule.ts'
import { FUNDING_SOURCES, type Milestone, type PlanCounty, type PlanFile } from '../plan/plan.schema.ts'
import type { Policy } from '../plan/policy.schema.ts'
import { type MilestoneId, type ReportableStage, stageOrder } from '../plan/stage.ts'
import { badgesOf, pendingRelocation, runningSuspension } from './badges.ts'
import type { Basis, Centre, FundTotals, Light, MilestoneState, Reason } from './centre.schema.ts'
import { type ReasonNames, reasonText } from './reason-text.ts'
import { backdatedDays, doneOn, effectiveStage, stageIn, verificationClass } from './stages.ts'
import { type CentreState, fundCell } from './state.ts'

/** A slot of the quota: it exists whether or not anything was filed about it. */
export interface Slot {
  code: string
  countyCode: string
}

/** A plan and policy made ready to evaluate many centres on one day. */
export interface Evaluation {
  plan: PlanFile
  policy: Policy
  today: CalendarDate
  basis: Basis
  counties: ReadonlyMap<string, PlanCounty>
  schedule: Schedule
  plannedFen: number
  names: ReasonNames
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

/** Prepares the evaluation of centres on `today` in a basis. */
export function evaluationOn(
  plan: PlanFile,
  policy: Policy,
  today: CalendarDate,
  basis: Basis = 'reported',
): Evaluation {
  return {
    plan,
    policy,
    today,
    basis,
    counties: new Map(plan.counties.map(county => [county.code, county])),
    schedule: scheduleOn(plan.milestones, policy, today),
    plannedFen: plan.fundingSources.reduce((sum, { amountFen }) => sum + amountFen, 0),
    names: planNames(plan, 'zh'),
  }
}

type Outcome = MilestoneState['outcome']

function outcomeOf(
  done: boolean,
  completedOn: CalendarDate | null,
  due: CalendarDate,
  today: CalendarDate,
  backdated: boolean,
): Outcome {
  if (!done) return today > due ? 'overdue' : 'notDue'
  if (completedOn !== null && completedOn > due) return 'late'
  return backdated ? 'backdated' : 'onTime'
}

function milestoneState(state: CentreState, node: Milestone, expected: Forecast, at: Evaluation): MilestoneState {
  const { today, basis, policy } = at
  const stage = node.stage as ReportableStage
  const due = dueDay(node, state.dueDays)
  const done = stageOrder(stageIn(state, basis)) >= stageOrder(stage)
  const completedOn = done ? doneOn(state, stage, basis) : null
  const backdated = backdatedDays(state, stage, policy.backdatedDays.value)
  const forecastDay = expected.days[stage as ForecastStage] ?? null
  return {
    due,
    planned: state.facts.planned?.[stage] ?? null,
    reported: state.reported[stage]?.date ?? null,
    verified: state.checked[stage]?.recognisedOn ?? null,
    done,
    completedOn,
    outcome: outcomeOf(done, completedOn, due, today, backdated !== null),
    overdueDays: done ? 0 : Math.max(0, daysBetween(due, today)),
    forecast: forecastDay,
    floatDays: forecastDay === null ? null : daysBetween(forecastDay, due),
    backdatedDays: backdated,
  }
}

function fundTotals(state: CentreState, plannedFen: number): FundTotals {
  const totals = { plannedFen, issuedFen: 0, disbursedFen: 0, receivedFen: 0, paidFen: 0 }
  for (const source of FUNDING_SOURCES) {
    totals.issuedFen += state.funds[fundCell(source, 'issued')] ?? 0
    totals.disbursedFen += state.funds[fundCell(source, 'disbursed')] ?? 0
    totals.receivedFen += state.funds[fundCell(source, 'received')] ?? 0
    totals.paidFen += state.funds[fundCell(source, 'paid')] ?? 0
  }
  return totals
}

/** The approved delay that holds on the day: for a node not yet done, from its day through its expiry. */
function justification(state: CentreState, at: Evaluation): Light['justified'] {
  const reached = stageOrder(effectiveStage(state).stage)
  const holding = state.delays.filter(({ milestone, from, expiresOn }) => {
    const node = at.plan.milestones.find(({ id }) => id === milestone)
    return node !== undefined && stageOrder(node.stage) > reached && from <= at.today && at.today <= expiresOn
  })
  const latest = holding.at(-1)
  return latest === undefined ? null : { reason: latest.category, until: latest.expiresOn }
}

function evaluateLight(state: CentreState, expected: Forecast, at: Evaluation): Light {
  const { stage } = effectiveStage(state)
  const ownDays = Object.keys(state.dueDays).length > 0
  const { colour, reasons } = lightOf({
    facts: {
      stage,
      dueDays: state.dueDays,
      forecast: expected,
      suspendedSince: runningSuspension(state, at.today)?.from ?? null,
      issues: [],
    },
    nodes: at.plan.milestones,
    policy: at.policy,
    today: at.today,
    schedule: ownDays ? scheduleOn(at.plan.milestones, at.policy, at.today, state.dueDays) : at.schedule,
  })
  return { colour, reasons: reasons.map(reason => worded(reason, at)), justified: justification(state, at) }
}

function worded(reason: Pick<Reason, 'code' | 'params'>, at: Evaluation): Reason {
  return { ...reason, text: reasonText(reason, 'zh', at.names) }
}

/** The light alone, for histories. */
export function lightOn(state: CentreState, at: Evaluation): Light {
  const { stage, reachedOn } = effectiveStage(state)
  return evaluateLight(state, forecast(stage, reachedOn, at.today, at.policy), at)
}

/**
 * One centre as the API shows it on the evaluation's day. Facts that depend on the village are null until it is
 * sited. `percent`, `done`, `outcome` and `overdueDays` follow the basis; the light never does.
 */
export function evaluateCentre(slot: Slot, state: CentreState, at: Evaluation): Centre {
  const { plan, policy, today, basis } = at
  const county = at.counties.get(slot.countyCode) as PlanCounty
  const { stage: reached, reachedOn } = effectiveStage(state)
  const expected = forecast(reached, reachedOn, today, policy)
  const sited = state.stage !== 'proposed' || state.verifiedStage !== null
  const { facts } = sited ? state : { facts: {} as CentreState['facts'] }
  const milestones = {} as Record<MilestoneId, MilestoneState>
  for (const node of plan.milestones) milestones[node.id] = milestoneState(state, node, expected, at)
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
    scheduledPercent:
      Object.keys(state.dueDays).length > 0
        ? scheduleOn(plan.milestones, policy, today, state.dueDays).all
        : at.schedule.all,
    light: evaluateLight(state, expected, at),
    overlay: runningSuspension(state, today) ? 'suspended' : pendingRelocation(state) ? 'relocating' : null,
    badges: badgesOf({ state, plan, policy, county, today }).map(badge => worded(badge, at)),
    milestones,
    funding: fundTotals(state, at.plannedFen),
    updatedAt: state.updatedAt,
    version: state.version,
  }
}
