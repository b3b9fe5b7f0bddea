import { type CalendarDate, daysBetween } from '../dates/calendar-date.ts'
import { brokenFundOrder } from '../funding/fund-rules.ts'
import { FUNDING_SOURCES, type FundKind, type PlanCounty, type PlanFile } from '../plan/plan.schema.ts'
import type { Policy } from '../plan/policy.schema.ts'
import { REPORTABLE_STAGES, type ReportableStage, stageOrder } from '../plan/stage.ts'
import type { Reason } from './centre.schema.ts'
import { backdatedDays, countedDay, effectiveStage, isDisputed, missingDays } from './stages.ts'
import { type CentreState, fundCell } from './state.ts'

type Badge = Pick<Reason, 'code' | 'params'>

interface BadgeInput {
  state: CentreState
  plan: PlanFile
  policy: Policy
  county: PlanCounty
}

export function runningSuspension(state: CentreState, today: CalendarDate) {
  return state.suspensions.find(({ from, to }) => from <= today && (to === null || to >= today)) ?? null
}

export function pendingRelocation(state: CentreState) {
  return state.relocations.find(({ agreedOn, declinedOn }) => agreedOn === null && declinedOn === null) ?? null
}

function relocating({ state }: BadgeInput): Badge[] {
  const pending = pendingRelocation(state)
  return pending === null
    ? []
    : [{ code: 'relocating', params: { since: pending.requestedOn, reason: pending.reason } }]
}

function disputes({ state }: BadgeInput): Badge[] {
  return REPORTABLE_STAGES.filter(stage => isDisputed(state, stage)).map(stage => ({
    code: 'disputed',
    params: {
      stage,
      reported: state.reported[stage]?.date ?? '',
      recognised: state.checked[stage]?.recognisedOn ?? '',
    },
  }))
}

/** The stage reported longest after its day. */
function backdated({ state, policy }: BadgeInput): Badge[] {
  let worst: { stage: ReportableStage; days: number } | null = null
  for (const stage of REPORTABLE_STAGES) {
    const days = backdatedDays(state, stage, policy.backdatedDays.value)
    if (days !== null && (worst === null || days > worst.days)) worst = { stage, days }
  }
  return worst === null ? [] : [{ code: 'backdated', params: worst }]
}

function gaps({ state }: BadgeInput): Badge[] {
  const stages = missingDays(state)
  return stages.length === 0 ? [] : [{ code: 'missingDay', params: { stages: stages.join(',') } }]
}

/** Stages whose day lies before that of an earlier stage. */
function dateOrder({ state }: BadgeInput): Badge[] {
  let latest: { stage: ReportableStage; day: CalendarDate } | null = null
  const badges: Badge[] = []
  for (const stage of REPORTABLE_STAGES) {
    const day = countedDay(state, stage)
    if (day === null) continue
    if (latest !== null && day < latest.day) badges.push({ code: 'dateOrder', params: { stage, before: latest.stage } })
    if (latest === null || day > latest.day) latest = { stage, day }
  }
  return badges
}

function fundOrder({ state }: BadgeInput): Badge[] {
  return FUNDING_SOURCES.flatMap(source => {
    const sumOf = (kind: FundKind) => state.funds[fundCell(source, kind)] ?? 0
    const broken = brokenFundOrder({
      issued: sumOf('issued'),
      disbursed: sumOf('disbursed'),
      received: sumOf('received'),
      paid: sumOf('paid'),
    })
    return broken === null ? [] : [{ code: 'fundOrder', params: { source, more: broken.more, less: broken.less } }]
  })
}

/** Since when a centre waits for money by its county's pay mode: from the start, or from acceptance. */
function waitingSince(state: CentreState, county: PlanCounty): CalendarDate | null {
  const from: ReportableStage = county.payMode === 'afterAcceptance' ? 'accepted' : 'started'
  return stageOrder(effectiveStage(state).stage) >= stageOrder(from) ? countedDay(state, from) : null
}

/**
 * Money not received: since when the centre waits for it, and who holds the largest part: province or city before
 * 拨付, the county after it. It becomes a badge once the policy's days have passed.
 */
export interface MoneyHeld {
  since: CalendarDate
  badge: Badge
}

export function moneyHeld({ state, plan, policy, county }: BadgeInput): MoneyHeld | null {
  const since = waitingSince(state, county)
  if (since === null) return null
  const held = { province: 0, city: 0, county: 0 }
  let plannedFen = 0
  let receivedFen = 0
  for (const { id, amountFen, holder } of plan.fundingSources) {
    const disbursed = state.funds[fundCell(id, 'disbursed')] ?? 0
    const received = state.funds[fundCell(id, 'received')] ?? 0
    plannedFen += amountFen
    receivedFen += received
    held[holder] += Math.max(0, amountFen - Math.max(disbursed, received))
    held.county += Math.max(0, disbursed - received)
  }
  if (receivedFen * 100 >= plannedFen * policy.moneyHeldPercent.value) return null
  const holder = (['province', 'city', 'county'] as const).reduce((a, b) => (held[b] > held[a] ? b : a))
  return { since, badge: { code: 'moneyHeld', params: { holder, fen: held[holder], since } } }
}

/** Badges that today alone brings: a suspension running, money waited for too long. */
export function badgesOfDay(state: CentreState, held: MoneyHeld | null, policy: Policy, today: CalendarDate): Badge[] {
  const suspended = runningSuspension(state, today)
  const badges: Badge[] = []
  if (suspended) badges.push({ code: 'suspended', params: { since: suspended.from, reason: suspended.reason } })
  if (held && daysBetween(held.since, today) >= policy.moneyHeldDays.value) badges.push(held.badge)
  return badges
}

function unlocated({ state }: BadgeInput): Badge[] {
  return stageOrder(state.stage) >= stageOrder('sited') && !state.facts.position
    ? [{ code: 'unlocated', params: {} }]
    : []
}

function doubts({ state }: BadgeInput): Badge[] {
  return state.doubts.map(({ code, text }) => ({ code: 'doubt', params: { doubt: code, text } }))
}

const BADGES = [relocating, disputes, backdated, gaps, dateOrder, fundOrder, unlocated, doubts]

/** What stands beside a centre's light without colouring it, whatever the day: gaps, disputes, anomalies, doubts. */
export function badgesOf(input: BadgeInput): Badge[] {
  return BADGES.flatMap(badge => badge(input))
}
