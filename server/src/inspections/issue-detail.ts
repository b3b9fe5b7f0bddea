import type { Moment } from '@lvliang/shared/centres/fold'
import type { IssueDetail } from '@lvliang/shared/inspections/issue.schema'
import { movesOpen } from '@lvliang/shared/inspections/issue-moves'
import { partyOf } from '@lvliang/shared/inspections/issue-party'
import type { KnownIssue } from '@lvliang/shared/inspections/issue-state'
import type { Viewer } from '../access/viewer.ts'
import { issueAnswer } from '../ledger/issue-answer.ts'
import type { FoundIssue, IssueIndex } from '../ledger/issue-index.ts'

/** Moves without the accounts that made them. */
const movesOf = ({ moves }: KnownIssue): IssueDetail['moves'] =>
  moves.map(({ accountId: _, photoIds, ...made }) => ({ ...made, photoIds: [...photoIds] }))

interface Asked {
  viewer: Viewer
  moment: Moment
  /** Whether it is about now: the past is not changed. */
  isNow: boolean
}

/** All of one issue, and what whoever asks may do about it. */
export function issueDetail(issues: IssueIndex, found: FoundIssue, { viewer, moment, isNow }: Asked): IssueDetail {
  const { issue, county, centre } = found
  const { description, about, visitId, photoIds, repeats } = issue
  const around = centre ? issues.ofCentre(centre.code, moment) : issues.ofCounty(county, moment)
  const numbered = (other: FoundIssue) => ({ id: other.issue.id, number: other.number })
  return {
    ...issueAnswer(found, viewer, moment.asOf),
    description: description ?? null,
    about: about ?? null,
    visitId: visitId ?? null,
    repeats: repeats === undefined ? null : { id: repeats, number: issues.numberOf(repeats) },
    repeatedBy: around.filter(other => other.issue.repeats === issue.id).map(numbered),
    photoIds: [...(photoIds ?? [])],
    moves: movesOf(issue),
    may: isNow && viewer.viewingAs === null ? movesOpen(issue.state, partyOf(viewer, issue, county)) : [],
  }
}
