import type { RecordBody } from '../centres/record.schema.ts'
import { type CalendarDate, dayOfInstant } from '../dates/calendar-date.ts'
import { fault, type IssueFault } from './issue-faults.ts'
import { type Asker, partyOf } from './issue-party.ts'
import type { KnownIssue } from './issue-state.ts'
import { checkMove } from './move-issue.ts'
import { checkRaise, type RaiseContext, raisedBody, type Said } from './raise-issue.ts'
import type { Finding, RecordVisit } from './visit.schema.ts'

/** What the findings of a visit are held against. */
export interface FindingContext extends RaiseContext {
  countyCode: string
  centreCode: string
  recorder: Asker
  /** The issues of the centre, with their numbers. */
  issues: readonly { issue: KnownIssue; number: string }[]
  /** Whether there is a photo with an id at the centre. */
  hasPhoto(id: string): boolean
}

/** Said by the visit as a whole. */
const OF_THE_VISIT: readonly string[] = ['homeCounty', 'dateAhead']

const saidOf = ({ id: _, again: __, ...said }: Finding, visitId?: string): Said => ({
  ...said,
  source: 'visit',
  ...(visitId === undefined ? {} : { visitId }),
})

/** The words with which an issue was found again. */
const noteOf = ({ title, description }: Finding): string => description || title

/** A move counts from the visit, and never before the step before it. */
export const foundAgainOn = (visited: CalendarDate, { moves, foundOn }: KnownIssue): CalendarDate => {
  const last = moves.at(-1)?.on ?? foundOn
  return last > visited ? last : visited
}

function checkAgain(finding: Finding, date: CalendarDate, context: FindingContext): IssueFault[] {
  const found = context.issues.find(({ issue }) => issue.id === finding.again)
  if (!found) return [fault('/again', 'issueUnknown', '此处没有这个问题。 / There is no such issue here.')]
  const { issue } = found
  if (issue.item !== undefined && finding.item !== undefined && issue.item !== finding.item) {
    return [fault('/item', 'itemDiffers', `${found.number} 是另一项的问题。 / ${found.number} is of another item.`)]
  }
  const { photoIds, severity, dueOn } = finding
  const faults = checkMove({
    ...context,
    asked: { move: 'findAgain', date: foundAgainOn(date, issue), note: noteOf(finding), photoIds, severity, dueOn },
    issue,
    party: partyOf(context.recorder, issue, context.countyCode),
    nextOwner: null,
  })
  return faults.map(({ pointer, code, message }) => fault(pointer === '/move' ? '/again' : pointer, code, message))
}

function checkFinding(finding: Finding, i: number, asked: RecordVisit, context: FindingContext): IssueFault[] {
  const { item, again, repeats } = finding
  const date = dayOfInstant(asked.arrivedAt)
  const checked = asked.items.find(each => each.item === item)
  const faults: IssueFault[] = []
  if (checked && checked.result !== 'fail') {
    faults.push(fault('/item', 'itemNotFailed', '该项未记为不合格。 / The item is not said to fail.'))
  }
  if (again === undefined) {
    return [
      ...faults,
      ...checkRaise({ ...context, said: saidOf(finding), date, raiser: context.recorder, others: context.issues }),
    ]
  }
  if (asked.findings.findIndex(other => other.again === again) < i) {
    faults.push(fault('/again', 'againTwice', '同一问题再次发现了两次。 / The same issue found again twice.'))
  }
  if (repeats !== undefined) {
    faults.push(
      fault('/repeats', 'againAndRepeats', '未销号与已销号的问题只能填一个。 / Either an open or a closed issue.'),
    )
  }
  return [...faults, ...checkAgain(finding, date, context)]
}

/** What is wrong with the findings of a visit, each under its own pointer. */
export const checkFindings = (asked: RecordVisit, context: FindingContext): IssueFault[] =>
  asked.findings.flatMap((finding, i) =>
    checkFinding(finding, i, asked, context)
      .filter(({ code }) => !OF_THE_VISIT.includes(code))
      .map(({ pointer, code, message }) => fault(`/findings/${i}${pointer}`, code, message)),
  )

/** What a finding becomes: a new issue, or a step in the life of one that is open. */
export type FindingRecord =
  | { id: string; kind: 'issueRaised'; date: CalendarDate; body: RecordBody<'issueRaised'> }
  | { id: string; kind: 'issueMoved'; date: CalendarDate; body: RecordBody<'issueMoved'> }

export function findingRecord(
  finding: Finding,
  visit: { id: string; date: CalendarDate },
  context: Pick<FindingContext, 'issues' | keyof RaiseContext>,
): FindingRecord {
  const { id, again, severity, photoIds } = finding
  const issue = context.issues.find(each => each.issue.id === again)?.issue
  if (again === undefined || issue === undefined) {
    return { id, kind: 'issueRaised', date: visit.date, body: raisedBody(saidOf(finding, visit.id), context) }
  }
  return {
    id,
    kind: 'issueMoved',
    date: foundAgainOn(visit.date, issue),
    body: {
      issueId: again,
      move: 'findAgain',
      note: noteOf(finding),
      severity,
      visitId: visit.id,
      ...(photoIds ? { photoIds } : {}),
    },
  }
}
