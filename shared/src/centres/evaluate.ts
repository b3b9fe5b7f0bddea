import { type CalendarDate, daysBetween } from '../dates/calendar-date.ts'
import { countIssues } from '../inspections/issue-state.ts'
import { type Forecast, type ForecastStage, forecast } from '../milestones/forecast.ts'
import { lightOf, type Schedule, scheduleOn } from '../milestones/light.ts'
import type { PlanFile } from '../plan/plan.schema.ts'
import type { Policy } from '../plan/policy.schema.ts'
import { type MilestoneId, stageOrder } from '../plan/stage.ts'
import { badgesOfDay, pendingRelocation, runningSuspension } from './badges.ts'
import type { Basis, Centre, Light, MilestoneState } from './centre.schema.ts'
import {
  type NodeStanding,
  type Programme,
  programmeOf,
  type Slot,
  type Standing,
  standingOf,
  worded,
} from './standing.ts'
import type { CentreState } from './state.ts'

/** A programme on one day. */
export interface Evaluation extends Programme {
  today: CalendarDate
  schedule: Schedule
}

/** Takes a prepared programme to a day. */
export function onDay(programme: Programme, today: CalendarDate): Evaluation {
  return { ...programme, today, schedule: scheduleOn(programme.plan.milestones, programme.policy, today) }
}

/** Prepares the evaluation of centres on `today` in a basis. */
export function evaluationOn(
  plan: PlanFile,
  policy: Policy,
  today: CalendarDate,
  basis: Basis = 'reported',
): Evaluation {
  return onDay(programmeOf(plan, policy, basis), today)
}

function milestoneState({ node, settled }: NodeStanding, expected: Forecast, today: CalendarDate): MilestoneState {
  const forecastDay = expected.days[node.stage as ForecastStage] ?? null
  const overdue = !settled.done && today > settled.due
  if (!overdue && forecastDay === null) return settled
  return {
    due: settled.due,
    planned: settled.planned,
    reported: settled.reported,
    verified: settled.verified,
    done: settled.done,
    completedOn: settled.completedOn,
    outcome: overdue ? 'overdue' : settled.outcome,
    overdueDays: overdue ? daysBetween(settled.due, today) : 0,
    forecast: forecastDay,
    floatDays: forecastDay === null ? null : daysBetween(forecastDay, settled.due),
    backdatedDays: settled.backdatedDays,
  }
}

/** The approved delay that holds on the day: for a node not yet reached, from its day through its expiry. It covers no
 * 重大 or safety issue. */
function justification({ state, reached, openIssues }: Standing, { plan, today }: Evaluation): Light['justified'] {
  if (openIssues.some(({ severity, safety }) => severity === 'major' || safety)) return null
  const latest = state.delays.findLast(({ milestone, from, expiresOn }) => {
    const node = plan.milestones.find(({ id }) => id === milestone)
    const ahead = node !== undefined && stageOrder(node.stage) > stageOrder(reached.stage)
    return ahead && from <= today && today <= expiresOn
  })
  return latest === undefined ? null : { reason: latest.category, until: latest.expiresOn }
}

const scheduleFor = ({ ownDays, state }: Standing, at: Evaluation): Schedule =>
  ownDays ? scheduleOn(at.plan.milestones, at.policy, at.today, state.dueDays) : at.schedule

function light(standing: Standing, expected: Forecast, at: Evaluation): Light {
  const { state, reached } = standing
  const { colour, reasons } = lightOf({
    facts: {
      stage: reached.stage,
      dueDays: state.dueDays,
      forecast: expected,
      suspendedSince: runningSuspension(state, at.today)?.from ?? null,
      issues: standing.openIssues,
    },
    nodes: at.plan.milestones,
    policy: at.policy,
    today: at.today,
    schedule: scheduleFor(standing, at),
  })
  return { colour, reasons: reasons.map(reason => worded(reason, at.names)), justified: justification(standing, at) }
}

const forecastOf = ({ reached }: Standing, { today, policy }: Evaluation) =>
  forecast(reached.stage, reached.reachedOn, today, policy)

/** The light alone, where many days of one standing are asked for. */
export const lightOn = (standing: Standing, at: Evaluation): Light => light(standing, forecastOf(standing, at), at)

function overlay({ state }: Standing, today: CalendarDate): Centre['overlay'] {
  if (runningSuspension(state, today)) return 'suspended'
  return pendingRelocation(state) ? 'relocating' : null
}

function badges(standing: Standing, { policy, today, names }: Evaluation): Centre['badges'] {
  const ofDay = badgesOfDay(standing.state, standing.moneyHeld, policy, today)
  return ofDay.length === 0 ? [...standing.badges] : [...ofDay.map(badge => worded(badge, names)), ...standing.badges]
}

/** What the day makes of a centre's standing: lights, forecasts, overdue days. */
export function evaluateStanding(standing: Standing, at: Evaluation): Centre {
  const { today } = at
  const expected = forecastOf(standing, at)
  const milestones = {} as Record<MilestoneId, MilestoneState>
  for (const node of standing.nodes) milestones[node.node.id] = milestoneState(node, expected, today)
  const { fixed } = standing
  // Named one by one: spreading an object of this size costs more than all the rest of the evaluation.
  return {
    code: fixed.code,
    countyCode: fixed.countyCode,
    town: fixed.town,
    village: fixed.village,
    villageCode: fixed.villageCode,
    name: fixed.name,
    population: fixed.population,
    priority: fixed.priority,
    build: fixed.build,
    meals: fixed.meals,
    areaM2: fixed.areaM2,
    position: fixed.position,
    stage: fixed.stage,
    verifiedStage: fixed.verifiedStage,
    verification: fixed.verification,
    percent: fixed.percent,
    scheduledPercent: scheduleFor(standing, at).all,
    light: light(standing, expected, at),
    overlay: overlay(standing, today),
    badges: badges(standing, at),
    milestones,
    funding: fixed.funding,
    issueCounts: countIssues(standing.openIssues, today),
    updatedAt: fixed.updatedAt,
    version: fixed.version,
  }
}

/**
 * One centre as the API shows it on the evaluation's day. `percent`, `done`, `outcome` and `overdueDays` follow the
 * basis; the light never does.
 */
export function evaluateCentre(slot: Slot, state: CentreState, at: Evaluation): Centre {
  return evaluateStanding(standingOf(slot, state, at), at)
}
