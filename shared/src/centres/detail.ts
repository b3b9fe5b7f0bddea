import type { CalendarDate } from '../dates/calendar-date.ts'
import { eachDay, endOfDay } from '../dates/calendar-date.ts'
import { latestSafeStart } from '../milestones/forecast.ts'
import { dueDay } from '../milestones/schedule.ts'
import { FUND_KINDS } from '../plan/plan.schema.ts'
import { REPORTABLE_STAGES, stageOrder } from '../plan/stage.ts'
import { type CentreDetail, FUND_KIND_FIELDS } from './centre.schema.ts'
import { type Evaluation, evaluateCentre, evaluationOn, lightOn, type Slot } from './evaluate.ts'
import { foldCentre, type Moment } from './fold.ts'
import type { CentreRecord } from './record.schema.ts'
import { isDisputed } from './stages.ts'
import { type CentreState, fundCell } from './state.ts'

/** 13812341234 → 138****1234; shorter numbers keep their last two digits. */
export function maskPhone(phone: string): string {
  const keep = phone.length >= 11 ? 4 : 2
  const head = phone.length >= 11 ? 3 : 0
  return `${phone.slice(0, head)}****${phone.slice(-keep)}`
}

function stagesOf(state: CentreState): CentreDetail['stages'] {
  return REPORTABLE_STAGES.map(stage => {
    const reported = state.reported[stage]
    const checked = state.checked[stage]
    return {
      stage,
      reported: reported?.date ?? null,
      recordedAt: reported?.recordedAt ?? null,
      verified: checked?.recognisedOn ?? null,
      checkedOn: checked?.checkedOn ?? null,
      disputed: isDisputed(state, stage),
      implied: reported === undefined && stageOrder(state.stage) > stageOrder(stage),
    }
  })
}

function fundLinesOf(state: CentreState, { plan }: Evaluation): CentreDetail['fundLines'] {
  return plan.fundingSources.map(({ id, amountFen }) => {
    const line = { source: id, plannedFen: amountFen, issuedFen: 0, disbursedFen: 0, receivedFen: 0, paidFen: 0 }
    for (const kind of FUND_KINDS) line[FUND_KIND_FIELDS[kind]] = state.funds[fundCell(id, kind)] ?? 0
    return line
  })
}

function overlaysOf(state: CentreState): CentreDetail['overlays'] {
  return [
    ...state.suspensions.map(({ from, to, reason }) => ({ kind: 'suspended' as const, from, to, reason })),
    ...state.relocations.map(({ requestedOn, agreedOn, reason }) => ({
      kind: 'relocating' as const,
      from: requestedOn,
      to: agreedOn,
      reason,
    })),
  ]
}

/**
 * The light as it was shown on each day it changed: light(asOf D, knownAt the end of D). What is entered later
 * never changes it. `since` is the first day anything could be shown.
 */
export function lightHistory(
  records: readonly CentreRecord[],
  since: CalendarDate,
  { asOf, knownAt }: Moment,
  { plan, policy }: Pick<Evaluation, 'plan' | 'policy'>,
): CentreDetail['lightHistory'] {
  const known = records.filter(record => record.recordedAt <= knownAt)
  const history: CentreDetail['lightHistory'] = []
  for (const day of eachDay(since, asOf)) {
    const state = foldCentre(known, { asOf: day, knownAt: endOfDay(day) })
    const { colour } = lightOn(state, evaluationOn(plan, policy, day))
    if (history.at(-1)?.colour !== colour) history.push({ from: day, colour })
  }
  return history
}

interface DetailInput {
  slot: Slot
  /** The centre's records in the order of entry. */
  records: readonly CentreRecord[]
  moment: Moment
  at: Evaluation
  /** First day of the light history. */
  since: CalendarDate
}

/** One centre with its whole story at a moment; phones are masked. */
export function centreDetail({ slot, records, moment, at, since }: DetailInput): CentreDetail {
  const state = foldCentre(records, moment)
  const { facts } = state
  const mainStructure = at.plan.milestones.find(({ id }) => id === 'mainStructure')
  return {
    ...evaluateCentre(slot, state, at),
    people: {
      leader: facts.leader ?? null,
      unit: facts.unit ?? null,
      person: facts.person ?? null,
      phone: facts.phone ? maskPhone(facts.phone) : null,
      builder: facts.builder ?? null,
    },
    note: facts.note ?? null,
    planned: facts.planned ?? {},
    stages: stagesOf(state),
    fundLines: fundLinesOf(state, at),
    overlays: overlaysOf(state),
    latestSafeStart:
      mainStructure === undefined || stageOrder(state.stage) >= stageOrder('started')
        ? null
        : latestSafeStart(dueDay(mainStructure, state.dueDays), at.policy),
    lightHistory: lightHistory(records, since, moment, at),
    history: records
      .filter(record => record.recordedAt <= moment.knownAt && record.date <= moment.asOf)
      .map(({ id, kind, date, recordedAt, recordedBy, origin, body }) => ({
        id,
        kind,
        date,
        recordedAt,
        recordedBy,
        origin,
        body: shownBody(kind, body),
      })),
    documents: [],
    photos: [],
    visits: [],
    issues: [],
    asOf: moment.asOf,
  }
}

/** A record's body as history shows it: the phone in it masked. */
function shownBody(kind: CentreRecord['kind'], body: CentreRecord['body']): Record<string, unknown> {
  if ((kind !== 'facts' && kind !== 'relocationAgreed') || !('facts' in body) || !body.facts.phone) return { ...body }
  return { ...body, facts: { ...body.facts, phone: maskPhone(body.facts.phone) } }
}
