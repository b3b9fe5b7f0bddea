import type { EvaluatedCentre } from '../board/summarise.ts'
import { runningSuspension } from '../centres/badges.ts'
import type { Evaluation } from '../centres/evaluate.ts'
import { countedDay, effectiveStage, isDisputed } from '../centres/stages.ts'
import type { CentreState } from '../centres/state.ts'
import { type CalendarDate, daysBetween } from '../dates/calendar-date.ts'
import { dueDay } from '../milestones/schedule.ts'
import { REPORTABLE_STAGES, stageOrder } from '../plan/stage.ts'
import { RISK_PARTS, type Risk, type RiskPart } from './candidate.schema.ts'
import type { Checklist, Severity } from './checklist.schema.ts'
import { type KnownIssue, openIssues } from './issue-state.ts'
import { lastSeenOn } from './site-days.ts'

/** How much of a cause earns the whole of its part, all [ours]. */
export const RISK_BOUNDS = {
  /** Points behind the schedule over all nodes, days past the due day of the worst node: either is enough. */
  lagPoints: 50,
  lagDays: 60,
  /** Days the main structure is late by its forecast, or work stands still. */
  slipDays: 45,
  /** Points of open issues: general 3, larger 6, major 12, each twice where overdue. */
  issuePoints: 20,
  /** Points of what rests on the county's word: a stage unverified 2, disputed 3, entered late 1. */
  unverifiedPoints: 10,
  /** Days since anybody was there; never: since it was sited. */
  staleDays: 90,
  /** Points of what is at stake: each fifth of the money paid 1, up to 3; a large village 2. */
  exposurePoints: 5,
} as const

const ISSUE_POINTS: Record<Severity, number> = { general: 3, larger: 6, major: 12 }
const PAID_POINTS = 3
const LARGE_VILLAGE_POINTS = 2

export type RiskWeights = Record<RiskPart, number>

/** The weights as the year's settings state them. */
export const riskWeights = (risk: Checklist['risk']): RiskWeights =>
  Object.fromEntries(RISK_PARTS.map(part => [part, risk[part].value])) as RiskWeights

/** The share of a part that is earned: `of` is the whole. */
interface Share {
  earned: number
  of: number
}

/** Whole points of a share, half up, in integers alone: every engine gives the same. */
function pointsOf(weight: number, { earned, of }: Share): number {
  const capped = Math.min(Math.max(earned, 0), of)
  return Math.floor((2 * weight * capped + of) / (2 * of))
}

interface RiskCase extends EvaluatedCentre {
  at: Evaluation
}

function lag({ centre, state, at: { plan, policy, today } }: RiskCase): Share {
  const { stage } = effectiveStage(state)
  const behind = centre.scheduledPercent - policy.percent[stage].value
  const overdue = plan.milestones
    .filter(node => stageOrder(node.stage) > stageOrder(stage))
    .reduce((most, node) => Math.max(most, daysBetween(dueDay(node, state.dueDays), today)), 0)
  const { lagPoints, lagDays } = RISK_BOUNDS
  return { earned: Math.max(behind * lagDays, overdue * lagPoints), of: lagPoints * lagDays }
}

/** What is in use is late no more, even while it is shut for a time. */
function slip({ centre, state, at: { today } }: RiskCase): Share {
  const { floatDays } = centre.milestones.mainStructure
  const suspended = centre.stage === 'operating' ? null : runningSuspension(state, today)
  const still = suspended ? daysBetween(suspended.from, today) : 0
  return { earned: Math.max(floatDays === null ? 0 : -floatDays, still), of: RISK_BOUNDS.slipDays }
}

const issuePoints = ({ severity, dueOn }: KnownIssue, today: CalendarDate) =>
  ISSUE_POINTS[severity] * (dueOn < today ? 2 : 1)

const issues = ({ state, at: { today } }: RiskCase): Share => ({
  earned: openIssues(state.issues).reduce((sum, issue) => sum + issuePoints(issue, today), 0),
  of: RISK_BOUNDS.issuePoints,
})

/** Stages the county has stated and nobody has confirmed, itself or by a later one. */
export const unverifiedStages = (state: CentreState): number =>
  REPORTABLE_STAGES.filter(
    stage =>
      state.reported[stage] !== undefined &&
      stageOrder(stage) <= stageOrder(state.stage) &&
      stageOrder(stage) > stageOrder(state.verifiedStage ?? 'proposed'),
  ).length

/** Nodes stated more than the policy's days after their day (补报). */
export const backdatedStages = ({ centre }: Pick<EvaluatedCentre, 'centre'>): number =>
  Object.values(centre.milestones).filter(({ backdatedDays }) => backdatedDays !== null).length

const unverified = ({ centre, state }: RiskCase): Share => ({
  earned:
    2 * unverifiedStages(state) +
    3 * REPORTABLE_STAGES.filter(stage => isDisputed(state, stage)).length +
    backdatedStages({ centre }),
  of: RISK_BOUNDS.unverifiedPoints,
})

/** Nobody goes to see a village that is not chosen; what was seen before the choice was another place. */
function staleness({ state, at: { today } }: RiskCase): Share {
  const of = RISK_BOUNDS.staleDays
  if (stageOrder(effectiveStage(state).stage) === 0) return { earned: 0, of }
  const since = [lastSeenOn(state), countedDay(state, 'sited')].filter(day => day !== null)
  return { earned: since.length === 0 ? of : Math.min(...since.map(day => daysBetween(day, today))), of }
}

function exposure({ centre, at: { plan } }: RiskCase): Share {
  const { paidFen, plannedFen } = centre.funding
  const fifths = plannedFen > 0 ? Math.floor((5 * paidFen) / plannedFen) : 0
  const large = (centre.population?.value ?? 0) >= plan.priority.minPopulation
  return {
    earned: Math.min(Math.max(fifths, 0), PAID_POINTS) + (large ? LARGE_VILLAGE_POINTS : 0),
    of: RISK_BOUNDS.exposurePoints,
  }
}

const SHARES: Record<RiskPart, (given: RiskCase) => Share> = { lag, slip, issues, unverified, staleness, exposure }

/**
 * How much speaks for a visit, 0–100 whole points: it sorts visits and nothing else [ours]. Each part is
 *
 *     weight × min(cause, bound) ÷ bound, rounded half up
 *
 * and the total their sum; the weights sum to 100, so that no part hides another. Causes, with the bounds of
 * {@link RISK_BOUNDS}, all [ours]: `lag` points behind the schedule or days past a node's due day, whichever says
 * more; `slip` days the main structure is late by its forecast or work is suspended; `issues` open issues by
 * severity, twice where overdue; `unverified` stages unverified, disputed, entered late; `staleness` days since the
 * last visit; `exposure` money paid and a large village. Stages are those the light sees: reported, with disputes
 * applied; so `given` is evaluated in the basis of reports. An operating centre has neither lag nor slip.
 */
export function riskOf(given: EvaluatedCentre, at: Evaluation, weights: RiskWeights): Risk {
  const parts = {} as Risk['parts']
  let total = 0
  for (const part of RISK_PARTS) {
    parts[part] = pointsOf(weights[part], SHARES[part]({ ...given, at }))
    total += parts[part]
  }
  return { total, parts }
}
