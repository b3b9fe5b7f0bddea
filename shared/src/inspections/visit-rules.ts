import { checkDay, checkVerification } from '../centres/act-rules.ts'
import type { CentreState } from '../centres/state.ts'
import { type CalendarDate, dayOfInstant } from '../dates/calendar-date.ts'
import { checkFindings, type FindingContext } from './finding-rules.ts'
import { checkPhotoIds, fault, type IssueFault } from './issue-faults.ts'
import type { InspectorList, PlanVisit, RecordVisit, VisitKind } from './visit.schema.ts'

/** Kinds of which no county may learn before the team has left: an unannounced itinerary, and what a draw gave. */
const EMBARGOED: readonly VisitKind[] = ['unannounced', 'randomDraw']

export const isEmbargoed = (kind: VisitKind): boolean => EMBARGOED.includes(kind)

/** The day of a visit: that of the arrival in Asia/Shanghai. */
export const visitDay = ({ arrivedAt }: Pick<RecordVisit, 'arrivedAt'>): CalendarDate => dayOfInstant(arrivedAt)

interface Team {
  inspectors: readonly string[]
  /** Everybody a visit may name. */
  known: InspectorList['items']
  countyCode: string
}

const under = (pointer: string, faults: readonly IssueFault[]): IssueFault[] =>
  faults.map(({ code, message, ...at }) => fault(pointer + at.pointer, code, message))

/** Two or more, each once, none at home (回避). */
export function checkTeam({ inspectors, known, countyCode }: Team): IssueFault[] {
  return inspectors.flatMap((accountId, i): IssueFault[] => {
    const pointer = `/inspectors/${i}`
    if (inspectors.indexOf(accountId) < i) {
      return [fault(pointer, 'inspectorTwice', '同一人填了两次。 / The same person twice.')]
    }
    const inspector = known.find(each => each.accountId === accountId)
    if (inspector === undefined) {
      return [fault(pointer, 'inspectorUnknown', '没有这位督查人员，或账号已停用。 / No such inspector, or disabled.')]
    }
    const message = `${inspector.name}须回避本人所在县。 / ${inspector.name} must not inspect at home.`
    return inspector.homeCounty === countyCode ? [fault(pointer, 'inspectorAtHome', message)] : []
  })
}

interface Planning extends Omit<Team, 'inspectors'> {
  asked: Pick<PlanVisit, 'plannedOn' | 'inspectors'>
  today: CalendarDate
  /** The plan comes after the visit was made: its day has passed. */
  isMade: boolean
}

/** What is wrong with a visit to come. */
export function checkPlan({ asked, today, isMade, ...team }: Planning): IssueFault[] {
  const { plannedOn, inspectors } = asked
  const message = `计划日期 ${plannedOn} 早于今天 ${today}。 / ${plannedOn} is before today, ${today}.`
  const isPast = plannedOn < today && !isMade
  return [...(isPast ? [fault('/plannedOn', 'plannedPast', message)] : []), ...checkTeam({ ...team, inspectors })]
}

interface Recording extends FindingContext {
  asked: RecordVisit
  state: CentreState
  known: InspectorList['items']
}

function checkTimes({ asked: { arrivedAt, leftAt }, today }: Recording): IssueFault[] {
  const ahead = (pointer: string, at: string) =>
    checkDay(pointer, dayOfInstant(at), today).map(({ code, message }) => fault(pointer, code, message))
  const message = '离开早于到达。 / It ended before it began.'
  return [
    ...ahead('/arrivedAt', arrivedAt),
    ...ahead('/leftAt', leftAt),
    ...(leftAt < arrivedAt ? [fault('/leftAt', 'leftBeforeArrival', message)] : []),
  ]
}

function checkItem(i: number, { asked, checklist, hasPhoto }: Recording): IssueFault[] {
  const { item, result, photoIds = [] } = asked.items[i] as RecordVisit['items'][number]
  const faults: IssueFault[] = []
  if (!checklist.groups.some(({ items }) => items.some(({ id }) => id === item))) {
    faults.push(fault('/item', 'itemUnknown', `检查表没有这一项：${item}。 / The checklist has no such item.`))
  }
  if (asked.items.findIndex(other => other.item === item) < i) {
    faults.push(fault('/item', 'itemTwice', '同一项检查了两次。 / The same item twice.'))
  }
  if (result === 'fail' && photoIds.length === 0) {
    faults.push(fault('/photoIds', 'photoMissing', '不合格项须附照片。 / A failed item needs a photo.'))
  }
  if (result === 'fail' && !asked.findings.some(finding => finding.item === item)) {
    faults.push(fault('/item', 'findingMissing', '不合格项须登记问题。 / A failed item needs a finding.'))
  }
  return under(`/items/${i}`, [...faults, ...checkPhotoIds(photoIds, hasPhoto)])
}

/** Where the rules of a verification point at, as the visit says it. */
const VERIFIED_AT: Record<string, string> = { '/checkedOn': '/arrivedAt', '/date': '/verified/date' }

function checkVerified({ asked, state, countyCode, today, recorder }: Recording): IssueFault[] {
  const { verified } = asked
  if (verified === undefined) return []
  const { accountId, principal, county } = recorder
  return checkVerification({
    state,
    countyCode,
    asked: { ...verified, basis: 'verified', checkedOn: visitDay(asked) },
    today,
    verifier: { accountId, homeCounty: principal === 'inspector' ? county : null },
  })
    .filter(({ code }) => code !== 'dateAhead')
    .map(({ pointer, code, message }) => fault(VERIFIED_AT[pointer] ?? `/verified${pointer}`, code, message))
}

/** What is wrong with a visit as it is recorded, all of it; empty: it can be entered. */
export function checkVisit(recording: Recording): IssueFault[] {
  const { asked, known, countyCode, recorder, hasPhoto } = recording
  const isOfTeam = recorder.accountId !== null && asked.inspectors.includes(recorder.accountId)
  const message = '记录人须是督查人员之一。 / Whoever records is one of the inspectors.'
  return [
    ...checkTeam({ inspectors: asked.inspectors, known, countyCode }),
    ...(isOfTeam ? [] : [fault('/inspectors', 'recorderMissing', message)]),
    ...checkTimes(recording),
    ...asked.items.flatMap((_, i) => checkItem(i, recording)),
    ...checkPhotoIds(asked.photoIds, hasPhoto),
    ...checkFindings(asked, recording),
    ...checkVerified(recording),
  ]
}
