import { type CalendarDate, dayOfInstant } from '../dates/calendar-date.ts'
import type { PlanFile } from '../plan/plan.schema.ts'
import { REPORTABLE_STAGES, type ReportableStage, type Stage, stageOrder } from '../plan/stage.ts'
import type { StageReport, StageVerification } from './act.schema.ts'
import { pendingRelocation, runningSuspension } from './badges.ts'
import type { CentreFacts, RecordBody } from './record.schema.ts'
import { countedDay, effectiveStage } from './stages.ts'
import type { CentreState } from './state.ts'

/**
 * The rules of what people do to a centre, each a pure function of its state and the day. What is wrong cannot be
 * saved; what is doubtful (疑点) can, once that was said.
 */
export interface Issue {
  /** JSON pointer into the act. */
  pointer: string
  code: string
  /** Chinese, then English. */
  message: string
  doubtful: boolean
}

const wrong = (pointer: string, code: string, message: string): Issue => ({ pointer, code, message, doubtful: false })
const doubt = (pointer: string, code: string, message: string): Issue => ({ pointer, code, message, doubtful: true })

/** A day that has not come. */
export const checkDay = (pointer: string, date: CalendarDate, today: CalendarDate): Issue[] =>
  date > today
    ? [wrong(pointer, 'dateAhead', `日期 ${date} 晚于今天 ${today}。 / ${date} is after today, ${today}.`)]
    : []

/** A village as another slot holds it. */
export interface HeldVillage {
  code: string
  town: string | null
  village: string | null
  villageCode: string | null
}

interface FactsInput {
  state: CentreState
  countyCode: string
  facts: Partial<CentreFacts>
  today: CalendarDate
  /** The villages of the county's other slots, and of other counties' by their code. */
  others: readonly HeldVillage[]
  /** How far the position is from the county, metres; 0: inside. */
  metresOutside: number
  /** As much is taken for the map's own error, metres. */
  allowedMetres: number
}

const enteredToday = (state: CentreState, stage: ReportableStage, today: CalendarDate) => {
  const reported = state.reported[stage]
  return reported !== undefined && dayOfInstant(reported.recordedAt) === today
}

function checkVillage({ state, countyCode, facts, today, others }: FactsInput): Issue[] {
  const { villageCode } = facts
  const before = state.facts.villageCode
  const issues: Issue[] = []
  if (villageCode && !villageCode.startsWith(countyCode)) {
    issues.push(
      wrong(
        '/facts/villageCode',
        'villageElsewhere',
        `村代码 ${villageCode} 不属于本县。 / The code is of another county.`,
      ),
    )
  }
  if (villageCode !== undefined && before && before !== villageCode && !enteredToday(state, 'sited', today)) {
    const message =
      '更换建设村须先申请调整选址，由市局同意。 / Another village needs a relocation the city office agrees to.'
    issues.push(wrong('/facts/villageCode', 'relocationNeeded', message))
  }
  const same = villageCode ? others.find(other => other.villageCode === villageCode) : undefined
  if (same) {
    const message = `该村已是 ${same.code} 的建设村。 / The village is that of ${same.code}.`
    issues.push(wrong('/facts/villageCode', 'villageTaken', message))
  }
  const village = facts.village === undefined ? state.facts.village : facts.village
  const town = facts.town === undefined ? state.facts.town : facts.town
  const namesake = others.find(other => village && other.village === village && other.town === (town ?? null))
  if (!same && namesake && (facts.village !== undefined || facts.town !== undefined)) {
    const message = `与 ${namesake.code} 同县同乡镇同名。 / ${namesake.code} has the same county, town and name.`
    issues.push(doubt('/facts/village', 'sameVillage', message))
  }
  return issues
}

/** Facts stated anew: the village stays one of its county, held once, and another one is a relocation. */
export function checkFacts(input: FactsInput): Issue[] {
  const { facts, metresOutside, allowedMetres } = input
  if (Object.keys(facts).length === 0) {
    return [wrong('/facts', 'nothingStated', '没有填写任何内容。 / Nothing is stated.')]
  }
  const issues = checkVillage(input)
  if (facts.position && metresOutside > allowedMetres) {
    const km = (metresOutside / 1000).toFixed(1)
    issues.push(
      doubt('/facts/position', 'outsideCounty', `位置在县界外约 ${km} 公里。 / About ${km} km outside the county.`),
    )
  }
  return issues
}

const dayOrder = (state: CentreState, stage: ReportableStage, date: CalendarDate): Issue[] =>
  REPORTABLE_STAGES.flatMap((other): Issue[] => {
    const day = countedDay(state, other)
    if (day === null || other === stage) return []
    const earlier = stageOrder(other) < stageOrder(stage)
    if (earlier ? day <= date : day >= date) return []
    const message = earlier
      ? `早于前一阶段的日期 ${day}。 / Before the day of an earlier stage, ${day}.`
      : `晚于后一阶段的日期 ${day}。 / After the day of a later stage, ${day}.`
    return [doubt('/date', 'dateOrder', message)]
  }).slice(0, 1)

/** A stage as the county reports it. */
export function checkReport(
  state: CentreState,
  report: Pick<StageReport, 'stage' | 'date'>,
  today: CalendarDate,
): Issue[] {
  const { stage, date } = report
  const unsited = !state.facts.village
  return [
    ...checkDay('/date', date, today),
    ...(unsited ? [wrong('/stage', 'villageMissing', '请先确定建设村。 / Choose the village first.')] : []),
    ...dayOrder(state, stage, date),
  ]
}

/** A report taken back: the one that stands, on the day of its entry, not verified since, by the county itself. */
export function checkWithdrawal(state: CentreState, reportId: string, today: CalendarDate): Issue[] {
  const stage = REPORTABLE_STAGES.find(each => state.reported[each]?.id === reportId)
  if (stage === undefined) {
    return [wrong('/reportId', 'reportUnknown', '这条上报已不在。 / This report does not stand any more.')]
  }
  if (state.checked[stage]) {
    return [wrong('/reportId', 'alreadyVerified', '已被核实，不能撤回。 / It was verified and cannot be taken back.')]
  }
  return enteredToday(state, stage, today)
    ? []
    : [
        wrong(
          '/reportId',
          'notToday',
          '只能撤回当天的上报；退回阶段由市局办理。 / Only a report of today; going back is for the city office.',
        ),
      ]
}

export interface Verifier {
  accountId: string | null
  /** The home county of an inspector, which it never inspects. */
  homeCounty: string | null
}

/** What a verification says once the reported day has filled its gaps. */
export function verificationBody(state: CentreState, asked: StageVerification): RecordBody<'stageVerified'> {
  const reported = state.reported[asked.stage]?.date ?? null
  const recognisedOn = asked.date === undefined ? reported : asked.date
  return {
    stage: asked.stage,
    recognisedOn,
    disputes: recognisedOn === null || (asked.disputes ?? recognisedOn !== reported),
    ...(asked.note === undefined ? {} : { note: asked.note }),
    ...(asked.photoIds === undefined ? {} : { photoIds: asked.photoIds }),
  }
}

interface VerificationInput {
  state: CentreState
  countyCode: string
  asked: StageVerification
  today: CalendarDate
  verifier: Verifier
}

/** A stage as a visit found it. Who reports never verifies, nor does anybody from the county. */
export function checkVerification({ state, countyCode, asked, today, verifier }: VerificationInput): Issue[] {
  const reported = state.reported[asked.stage]
  const issues = checkDay('/checkedOn', asked.checkedOn, today)
  if (asked.date && asked.date > asked.checkedOn) {
    const message = '认定完成日期晚于检查日期。 / The recognised day is after the visit.'
    issues.push(wrong('/date', 'afterVisit', message))
  }
  if (asked.date === undefined && reported === undefined) {
    const message = '该阶段没有上报，请填认定完成日期。 / Nothing is reported: state the recognised day.'
    issues.push(wrong('/date', 'nothingReported', message))
  }
  if (asked.date === undefined && reported !== undefined && reported.date > asked.checkedOn) {
    const message = '检查日期早于上报的完成日期。 / The visit was before the reported day.'
    issues.push(wrong('/checkedOn', 'beforeReport', message))
  }
  if (reported?.accountId && reported.accountId === verifier.accountId) {
    issues.push(wrong('/stage', 'ownReport', '不能核实自己的上报。 / Nobody verifies their own report.'))
  }
  if (verifier.homeCounty === countyCode) {
    issues.push(
      wrong('/stage', 'homeCounty', '督查人员不核实本县项目。 / Inspectors do not verify in their own county.'),
    )
  }
  return issues
}

/** Going back to an earlier stage. */
export function checkReversal(state: CentreState, stage: Stage, date: CalendarDate, today: CalendarDate): Issue[] {
  const highest = Math.max(stageOrder(state.stage), stageOrder(state.verifiedStage ?? 'proposed'))
  return [
    ...checkDay('/date', date, today),
    ...(stageOrder(stage) < highest
      ? []
      : [wrong('/stage', 'notBack', '只能退回到更早的阶段。 / Only an earlier stage.')]),
  ]
}

interface Stop {
  date: CalendarDate
  until?: CalendarDate | null | undefined
}

export function checkSuspension(state: CentreState, { date, until }: Stop, today: CalendarDate): Issue[] {
  const running = runningSuspension(state, date)
  return [
    ...checkDay('/date', date, today),
    ...(until && until < date ? [wrong('/until', 'endsBefore', '结束早于开始。 / It ends before it begins.')] : []),
    ...(running ? [wrong('/date', 'suspended', `已自 ${running.from} 停工。 / Suspended since ${running.from}.`)] : []),
  ]
}

export function checkResumption(state: CentreState, date: CalendarDate, today: CalendarDate): Issue[] {
  const last = state.suspensions.at(-1)
  const open = last !== undefined && (last.to === null || last.to >= date)
  if (!open) return [wrong('/date', 'notSuspended', '目前没有停工。 / Work is not suspended.')]
  return [
    ...checkDay('/date', date, today),
    ...(date <= last.from ? [wrong('/date', 'endsBefore', '复工应晚于停工。 / It resumes after it stopped.')] : []),
  ]
}

export function checkRelocationRequest(state: CentreState, date: CalendarDate, today: CalendarDate): Issue[] {
  return [
    ...checkDay('/date', date, today),
    ...(state.facts.village ? [] : [wrong('/date', 'notSited', '尚未选址。 / There is no village yet.')]),
    ...(pendingRelocation(state)
      ? [wrong('/date', 'alreadyAsked', '已有待定的调整申请。 / One is asked for already.')]
      : []),
  ]
}

interface DelayInput {
  state: CentreState
  plan: Pick<PlanFile, 'milestones'>
  asked: Pick<RecordBody<'delayRequested'>, 'milestone' | 'newDue'> & { date: CalendarDate; expiresOn?: CalendarDate }
  today: CalendarDate
}

/** A delay asked for or approved: of a node not reached, to a later day. */
export function checkDelay({ state, plan, asked, today }: DelayInput): Issue[] {
  const node = plan.milestones.find(({ id }) => id === asked.milestone)
  const due = state.dueDays[asked.milestone] ?? node?.due ?? ''
  const reached = node !== undefined && stageOrder(effectiveStage(state).stage) >= stageOrder(node.stage)
  return [
    ...checkDay('/date', asked.date, today),
    ...(reached ? [wrong('/milestone', 'nodeReached', '该节点已完成。 / The node is reached.')] : []),
    ...(asked.newDue <= due
      ? [wrong('/newDue', 'notLater', `新时限应晚于 ${due}。 / The new day is after ${due}.`)]
      : []),
    ...(asked.expiresOn !== undefined && asked.expiresOn < asked.date
      ? [wrong('/expiresOn', 'endsBefore', '失效日早于批准日。 / It expires before it begins.')]
      : []),
  ]
}

/** A request that waits for an answer, as named. */
export function checkPending(state: CentreState, requestId: string): Issue[] {
  const waits =
    pendingRelocation(state)?.id === requestId ||
    state.delayRequests.some(({ id, decided }) => id === requestId && decided === null)
  return waits
    ? []
    : [wrong('/requestId', 'requestUnknown', '没有这个待定的申请。 / No such request waits for an answer.')]
}
