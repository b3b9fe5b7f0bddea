import { type CalendarDate, dayOfInstant, daysBetween } from '../dates/calendar-date.ts'
import { REPORTABLE_STAGES, type ReportableStage, type Stage, stageOrder } from '../plan/stage.ts'
import type { Basis, VerificationClass } from './centre.schema.ts'
import type { CentreState } from './state.ts'

/** Whether a visit found a stage, or one before it, not reached, and nothing newer was reported since. */
function contradicted(state: CentreState, stage: ReportableStage): boolean {
  const reported = state.reported[stage]
  if (reported === undefined) return false
  for (const found of REPORTABLE_STAGES) {
    if (stageOrder(found) > stageOrder(stage)) return false
    const check = state.checked[found]
    if (check?.recognisedOn === null && reported.date <= check.checkedOn) return true
  }
  return false
}

/** Whether what the county reports of a stage stands against what a visit found: not reached, or another day. */
export function isDisputed(state: CentreState, stage: ReportableStage): boolean {
  if (contradicted(state, stage)) return true
  const check = state.checked[stage]
  return check?.disputes === true && check.recognisedOn !== null && check.recognisedOn !== state.reported[stage]?.date
}

/** The day of a stage that counts: the recognised one where verified, else the reported one; null: not stated. */
export function countedDay(state: CentreState, stage: ReportableStage): CalendarDate | null {
  return state.checked[stage]?.recognisedOn ?? state.reported[stage]?.date ?? null
}

/** Stage and its day as the light sees them: reported, with disputes and reversals applied; the verified one where higher. */
export function effectiveStage(state: CentreState): { stage: Stage; reachedOn: CalendarDate | null } {
  for (let i = REPORTABLE_STAGES.length - 1; i >= 0; i--) {
    const stage = REPORTABLE_STAGES[i] as ReportableStage
    const recognised = state.checked[stage]?.recognisedOn != null
    if (recognised || (state.reported[stage] !== undefined && !contradicted(state, stage))) {
      return { stage, reachedOn: countedDay(state, stage) }
    }
  }
  return { stage: 'proposed', reachedOn: null }
}

/** The stage in a basis; where nothing is verified, the empty slot. */
export function stageIn(state: CentreState, basis: Basis): Stage {
  return basis === 'reported' ? state.stage : (state.verifiedStage ?? 'proposed')
}

/**
 * The day on which a stage counts as done in a basis: its own, or, where a later stage implies it, the first day
 * stated after it. Null: not done, or no day stated at all.
 */
export function doneOn(state: CentreState, stage: ReportableStage, basis: Basis): CalendarDate | null {
  for (const candidate of REPORTABLE_STAGES) {
    if (stageOrder(candidate) < stageOrder(stage)) continue
    const recognised = state.checked[candidate]?.recognisedOn ?? null
    const day = basis === 'verified' ? recognised : (recognised ?? state.reported[candidate]?.date ?? null)
    if (day !== null) return day
  }
  return null
}

/** Days between the reported day of a stage and its entry, where more than `allowed` (补报); null: not so, or unknown. */
export function backdatedDays(state: CentreState, stage: ReportableStage, allowed: number): number | null {
  const reported = state.reported[stage]
  if (reported === undefined || reported.fromRegister) return null
  const days = daysBetween(reported.date, dayOfInstant(reported.recordedAt))
  return days > allowed ? days : null
}

/** How far what is reported is confirmed: `none` nothing reported, `reportedOnly` 未核实 in whole or part. */
export function verificationClass(state: CentreState): VerificationClass {
  if (REPORTABLE_STAGES.some(stage => isDisputed(state, stage))) return 'disputed'
  const reported = stageOrder(state.stage)
  const verified = state.verifiedStage === null ? 0 : stageOrder(state.verifiedStage)
  if (reported === 0 && verified === 0) return 'none'
  return verified >= reported ? 'verified' : 'reportedOnly'
}

/** Stages implied by a later one with no day of their own (未填); a conversion owes no foundation day. */
export function missingDays(state: CentreState): ReportableStage[] {
  return REPORTABLE_STAGES.filter(
    stage =>
      stageOrder(stage) < stageOrder(state.stage) &&
      countedDay(state, stage) === null &&
      !(stage === 'foundation' && state.facts.build === 'conversion'),
  )
}
