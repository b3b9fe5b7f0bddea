import { type CalendarDate, daysBetween } from '@lvliang/shared/dates/calendar-date'
import type { Issue } from '@lvliang/shared/inspections/issue.schema'
import { isOpen } from '@lvliang/shared/inspections/issue-moves'
import type { Viewer } from '../access/viewer.ts'
import type { FoundIssue } from './issue-index.ts'

/** Through a county's eyes nothing is one's own. */
export const isMine = ({ issue }: FoundIssue, { accountId, viewingAs }: Pick<Viewer, 'accountId' | 'viewingAs'>) =>
  accountId !== null && viewingAs === null && issue.ownerId === accountId

/** An issue as lists show it to somebody on a day. */
export function issueAnswer(found: FoundIssue, viewer: Pick<Viewer, 'accountId' | 'viewingAs'>, asOf: CalendarDate) {
  const { issue, number, county, centre } = found
  const { id, source, severity, safety, title, state, foundOn, dueOn, closedOn, raisedBy, updatedAt, version } = issue
  return {
    id,
    number,
    county,
    centre,
    source,
    severity,
    safety,
    title,
    item: issue.item ?? null,
    state,
    foundOn,
    dueOn,
    overdueDays: isOpen(state) ? Math.max(0, daysBetween(dueOn, asOf)) : 0,
    closedOn,
    raisedBy,
    mine: isMine(found, viewer),
    updatedAt,
    version,
  } satisfies Issue
}
