import type { LightColour, Reason } from '../centres/centre.schema.ts'
import { type CalendarDate, daysBetween } from '../dates/calendar-date.ts'
import type { Milestone } from '../plan/plan.schema.ts'
import type { Policy } from '../plan/policy.schema.ts'
import { type Stage, stageOrder } from '../plan/stage.ts'
import type { Forecast } from './forecast.ts'
import { type DueDays, dueDay, scheduledPercent } from './schedule.ts'

/** An open issue as the light sees it. */
export interface OpenIssue {
  id: string
  title: string
  severity: 'general' | 'larger' | 'major'
  safety: boolean
  dueOn: CalendarDate
}

/** What a light is computed from: reported facts with disputes and reversals applied, never money or reporting. */
export interface LightFacts {
  stage: Stage
  dueDays: DueDays
  forecast: Forecast
  /** First day of the suspension running today; null: none. */
  suspendedSince: CalendarDate | null
  issues: readonly OpenIssue[]
}

export type ReasonParams = Reason['params']

interface Rule {
  colour: LightColour
  code: string
  /** Each set of parameters is one reason; empty: the rule does not match. */
  match(day: LightDay): ReasonParams[]
}

/** One centre on one day, with what several rules ask for. */
interface LightDay extends LightFacts {
  today: CalendarDate
  policy: Policy
  percent: number
  /** Nodes not yet done, with days past their due day (negative: days left). */
  ahead: { node: Milestone; overdueDays: number }[]
  scheduledPlan: number
  scheduledAll: number
  /** Days the main structure's forecast is past its due day; null: done. */
  forecastLateDays: number | null
}

const planNode = ({ node }: { node: Milestone }) => node.origin === 'plan'
const nodeParams = ({ node, overdueDays }: { node: Milestone; overdueDays: number }): ReasonParams => ({
  milestone: node.id,
  days: overdueDays,
})

function dueSoon({ ahead, stage, policy }: LightDay): ReasonParams[] {
  const { dueSoonDays, dueSoonMainStructureDays, dueSoonStagesAway } = policy.yellow
  return ahead
    .filter(planNode)
    .filter(({ node, overdueDays }) => {
      const within = node.id === 'mainStructure' ? dueSoonMainStructureDays : dueSoonDays
      const stagesAway = stageOrder(node.stage) - stageOrder(stage)
      return overdueDays <= 0 && -overdueDays <= within.value && stagesAway >= dueSoonStagesAway.value
    })
    .map(({ node, overdueDays }) => ({
      milestone: node.id,
      days: -overdueDays,
      stages: stageOrder(node.stage) - stageOrder(stage),
    }))
}

const behind = (scheduled: number, percent: number): ReasonParams[] => [
  { scheduled, percent, points: scheduled - percent },
]

/** The ladder: the first rule that matches gives the colour, the others of that colour add their reasons. */
const RULES: readonly Rule[] = [
  { colour: 'blue', code: 'operating', match: ({ stage }) => (stage === 'operating' ? [{}] : []) },
  {
    colour: 'red',
    code: 'planNodeOverdue',
    match: ({ ahead, policy }) =>
      ahead.filter(node => planNode(node) && node.overdueDays > policy.red.planNodeOverdueDays.value).map(nodeParams),
  },
  {
    colour: 'red',
    code: 'farBehindPlan',
    match: ({ scheduledPlan, percent, policy }) =>
      scheduledPlan - percent > policy.red.behindPoints.value ? behind(scheduledPlan, percent) : [],
  },
  {
    colour: 'red',
    code: 'forecastVeryLate',
    match: ({ forecastLateDays, forecast, policy }) =>
      forecastLateDays !== null && !forecast.overrun && forecastLateDays > policy.red.forecastLateDays.value
        ? [{ days: forecastLateDays, date: forecast.days.mainStructure ?? '' }]
        : [],
  },
  {
    colour: 'red',
    code: 'majorIssue',
    match: ({ issues }) =>
      issues.filter(({ severity }) => severity === 'major').map(({ id, title }) => ({ issue: id, title })),
  },
  {
    colour: 'red',
    code: 'issueLongOverdue',
    match: ({ issues, today, policy }) =>
      issues
        .map(({ id, title, dueOn }) => ({ issue: id, title, days: daysBetween(dueOn, today) }))
        .filter(({ days }) => days > policy.red.issueOverdueDays.value),
  },
  {
    colour: 'red',
    code: 'suspendedLong',
    match: ({ suspendedSince, today, policy }) =>
      suspendedSince !== null && daysBetween(suspendedSince, today) >= policy.red.suspendedDays.value
        ? [{ since: suspendedSince, days: daysBetween(suspendedSince, today) }]
        : [],
  },
  {
    colour: 'yellow',
    code: 'planNodeJustOverdue',
    match: ({ ahead }) => ahead.filter(node => planNode(node) && node.overdueDays > 0).map(nodeParams),
  },
  { colour: 'yellow', code: 'planNodeDueSoon', match: dueSoon },
  {
    colour: 'yellow',
    code: 'behindSchedule',
    match: ({ scheduledAll, percent, policy }) =>
      scheduledAll - percent >= policy.yellow.behindPoints.value ? behind(scheduledAll, percent) : [],
  },
  {
    colour: 'yellow',
    code: 'forecastLate',
    match: ({ forecastLateDays, forecast }) =>
      forecastLateDays !== null && forecastLateDays > 0
        ? [{ days: forecastLateDays, date: forecast.days.mainStructure ?? '' }]
        : [],
  },
  {
    colour: 'yellow',
    code: 'ourNodeOverdue',
    match: ({ ahead }) => ahead.filter(node => !planNode(node) && node.overdueDays > 0).map(nodeParams),
  },
  {
    colour: 'yellow',
    code: 'issueOverdue',
    match: ({ issues, today }) =>
      issues
        .map(({ id, title, dueOn }) => ({ issue: id, title, days: daysBetween(dueOn, today) }))
        .filter(({ days }) => days > 0),
  },
  {
    colour: 'yellow',
    code: 'suspended',
    match: ({ suspendedSince, today }) =>
      suspendedSince === null ? [] : [{ since: suspendedSince, days: daysBetween(suspendedSince, today) }],
  },
]

/** Codes of every reason a light can give, in the order of the ladder. */
export const LIGHT_REASONS = RULES.map(({ code }) => code)

/** Scheduled progress of the plan's own nodes and of all nodes, percent: the same for every centre on its plan days. */
export interface Schedule {
  plan: number
  all: number
}

/** Both scheduled progresses of a day. */
export function scheduleOn(
  nodes: readonly Milestone[],
  policy: Policy,
  today: CalendarDate,
  dueDays: DueDays = {},
): Schedule {
  return {
    plan: scheduledPercent(
      nodes.filter(({ origin }) => origin === 'plan'),
      policy,
      today,
      dueDays,
    ),
    all: scheduledPercent(nodes, policy, today, dueDays),
  }
}

export interface LightInput {
  facts: LightFacts
  nodes: readonly Milestone[]
  policy: Policy
  today: CalendarDate
  schedule: Schedule
}

/**
 * The one light of a centre on a day, with every reason of its colour as code and parameters. Pure: the same
 * policy, facts and day give the same light. Days and points are as in the policy file; percent 0–100.
 */
export function lightOf({ facts, nodes, policy, today, schedule }: LightInput): {
  colour: LightColour
  reasons: { code: string; params: ReasonParams }[]
} {
  const ahead = nodes
    .filter(node => stageOrder(node.stage) > stageOrder(facts.stage))
    .map(node => ({ node, overdueDays: daysBetween(dueDay(node, facts.dueDays), today) }))
  const mainStructure = ahead.find(({ node }) => node.id === 'mainStructure')
  const forecastDay = facts.forecast.days.mainStructure
  const day: LightDay = {
    stage: facts.stage,
    dueDays: facts.dueDays,
    forecast: facts.forecast,
    suspendedSince: facts.suspendedSince,
    issues: facts.issues,
    today,
    policy,
    ahead,
    percent: policy.percent[facts.stage].value,
    scheduledPlan: schedule.plan,
    scheduledAll: schedule.all,
    forecastLateDays:
      mainStructure === undefined || forecastDay === undefined
        ? null
        : daysBetween(dueDay(mainStructure.node, facts.dueDays), forecastDay),
  }
  let colour: LightColour | null = null
  const reasons: { code: string; params: ReasonParams }[] = []
  for (const rule of RULES) {
    if (colour !== null && rule.colour !== colour) break
    for (const params of rule.match(day)) {
      colour = rule.colour
      reasons.push({ code: rule.code, params })
    }
  }
  return { colour: colour ?? 'green', reasons }
}
