import type { Basis } from '../centres/centre.schema.ts'
import { foldCentre } from '../centres/fold.ts'
import type { CentreRecord } from '../centres/record.schema.ts'
import { stageIn } from '../centres/stages.ts'
import { type CalendarDate, dayNumber, eachDay, type Instant } from '../dates/calendar-date.ts'
import { scheduledPercent } from '../milestones/schedule.ts'
import type { PlanFile } from '../plan/plan.schema.ts'
import type { Policy } from '../plan/policy.schema.ts'
import { type Stage, stageOrder } from '../plan/stage.ts'
import type { ProgressCurve } from './summary.schema.ts'

interface CurveInput {
  plan: PlanFile
  policy: Policy
  /** The records of each slot, in the order of entry; an empty list for a slot about which nothing was filed. */
  slots: readonly (readonly CentreRecord[])[]
  asOf: CalendarDate
  /** The basis of the counts; both percents are always given. */
  basis: Basis
  /** What is known on each day asked for. */
  knownAt: (day: CalendarDate) => Instant
}

const STAGE_KINDS = new Set(['stageReported', 'stageVerified', 'stageReversal', 'relocationAgreed'])
const COUNTED = ['sited', 'started', 'mainStructure'] as const

/** Daily changes of the sums over all slots; a running total of them is the curve. */
class Steps {
  readonly reported: Float64Array
  readonly verified: Float64Array
  readonly counts: Record<(typeof COUNTED)[number], Float64Array>

  constructor(days: number) {
    this.reported = new Float64Array(days)
    this.verified = new Float64Array(days)
    this.counts = {
      sited: new Float64Array(days),
      started: new Float64Array(days),
      mainStructure: new Float64Array(days),
    }
  }
}

const step = (series: Float64Array, index: number, by: number) => {
  series[index] = (series[index] ?? 0) + by
}

function addSlot(steps: Steps, records: readonly CentreRecord[], input: CurveInput, first: number) {
  const { policy, asOf, basis, knownAt } = input
  // Records about later days stay: one of them may supersede a report about an earlier day.
  const moving = records.filter(({ kind }) => STAGE_KINDS.has(kind))
  let before: { reported: Stage; verified: Stage } = { reported: 'proposed', verified: 'proposed' }
  const dates = moving.map(record => record.date).filter(date => date <= asOf)
  for (const date of [...new Set(dates)].sort()) {
    const state = foldCentre(moving, { asOf: date, knownAt: knownAt(asOf) })
    const now = { reported: stageIn(state, 'reported'), verified: stageIn(state, 'verified') }
    const index = Math.max(0, dayNumber(date) - first)
    step(steps.reported, index, policy.percent[now.reported].value - policy.percent[before.reported].value)
    step(steps.verified, index, policy.percent[now.verified].value - policy.percent[before.verified].value)
    for (const stage of COUNTED) {
      const reached = (at: Stage) => Number(stageOrder(at) >= stageOrder(stage))
      step(steps.counts[stage], index, reached(now[basis]) - reached(before[basis]))
    }
    before = now
  }
}

const hundredths = (value: number) => Math.round(value * 100) / 100

/**
 * Progress day by day over the plan year: scheduled percent for every day; mean reported and verified percent and
 * the slots past each plan node, in the basis, up to `asOf`, null after it.
 */
export function progressCurve(input: CurveInput): ProgressCurve {
  const { plan, policy, slots, asOf } = input
  const days = eachDay(`${plan.year}-01-01`, `${plan.year}-12-31`)
  const first = dayNumber(days[0] as CalendarDate)
  const past = { ...input, asOf: asOf < (days.at(-1) as CalendarDate) ? asOf : (days.at(-1) as CalendarDate) }
  const steps = new Steps(days.length)
  for (const records of slots) addSlot(steps, records, past, first)
  const sums = { reported: 0, verified: 0, sited: 0, started: 0, mainStructure: 0 }
  const points = days.map((date, i) => {
    sums.reported += steps.reported[i] ?? 0
    sums.verified += steps.verified[i] ?? 0
    for (const stage of COUNTED) sums[stage] += steps.counts[stage][i] ?? 0
    const known = date <= asOf && slots.length > 0
    return {
      date,
      scheduledPercent: scheduledPercent(plan.milestones, policy, date),
      reportedPercent: known ? hundredths(sums.reported / slots.length) : null,
      verifiedPercent: known ? hundredths(sums.verified / slots.length) : null,
      sited: known ? sums.sited : null,
      started: known ? sums.started : null,
      mainStructure: known ? sums.mainStructure : null,
    }
  })
  return { asOf, points }
}
