import type { CentreRecord, RecordBody } from '../centres/record.schema.ts'
import type { CalendarDate, Instant } from '../dates/calendar-date.ts'
import type { Severity } from './checklist.schema.ts'
import type { IssueCounts, IssueMove, IssueState } from './issue.schema.ts'
import { isOpen, MOVE_RULES, stateAfter } from './issue-moves.ts'

/** A move as it was made. */
export interface MoveMade {
  id: string
  move: IssueMove
  from: IssueState
  to: IssueState
  on: CalendarDate
  at: Instant
  /** The office, and the account that made it; null: a file. */
  by: string
  accountId: string | null
  note: string | null
  photoIds: readonly string[]
  dueOn: CalendarDate | null
  visitId: string | null
}

/** An issue as known at a moment: what was found, and what became of it. */
export interface KnownIssue extends Omit<RecordBody<'issueRaised'>, 'assigned'> {
  id: string
  state: IssueState
  foundOn: CalendarDate
  raisedAt: Instant
  raisedBy: string
  raiserId: string | null
  /** The account that closes it. */
  ownerId: string | null
  closedOn: CalendarDate | null
  updatedAt: Instant
  moves: MoveMade[]
  /** 1 and one more for each move. */
  version: number
}

type Raised = CentreRecord & { kind: 'issueRaised' }
type Moved = CentreRecord & { kind: 'issueMoved' }

function raised({ id, body, date, recordedAt, recordedBy, accountId }: Raised): KnownIssue {
  const { assigned, ...said } = body
  return {
    ...said,
    id,
    state: assigned ? 'assigned' : 'found',
    foundOn: date,
    raisedAt: recordedAt,
    raisedBy: recordedBy,
    raiserId: accountId ?? null,
    ownerId: accountId ?? null,
    closedOn: null,
    updatedAt: recordedAt,
    moves: [],
    version: 1,
  }
}

const GRAVER: Record<Severity, number> = { general: 0, larger: 1, major: 2 }

function move(issue: KnownIssue, { id, body, date, recordedAt, recordedBy, accountId }: Moved): void {
  const from = issue.state
  const to = stateAfter(from, body.move)
  issue.moves.push({
    id,
    move: body.move,
    from,
    to,
    on: date,
    at: recordedAt,
    by: recordedBy,
    accountId: accountId ?? null,
    note: body.note ?? null,
    photoIds: body.photoIds ?? [],
    dueOn: body.dueOn ?? null,
    visitId: body.visitId ?? null,
  })
  issue.state = to
  issue.closedOn = to === 'closed' ? date : null
  issue.dueOn = body.dueOn ?? issue.dueOn
  issue.ownerId = body.to ?? issue.ownerId
  if (body.severity && GRAVER[body.severity] > GRAVER[issue.severity]) issue.severity = body.severity
  issue.updatedAt = recordedAt
  issue.version += 1
}

/**
 * Takes a record that is about an issue into the issues known so far; others change nothing. A step that does not follow
 * on the state is none: the demonstration's days ahead may be overtaken by what is entered today.
 */
export function applyIssue(issues: KnownIssue[], record: CentreRecord): void {
  if (record.kind === 'issueRaised') issues.push(raised(record))
  if (record.kind !== 'issueMoved') return
  const issue = issues.find(({ id }) => id === record.body.issueId)
  if (issue && MOVE_RULES[record.body.move].from.includes(issue.state)) move(issue, record)
}

/** The accounts that have worked on an issue as its county's. */
export const fixersOf = ({ moves }: Pick<KnownIssue, 'moves'>): ReadonlySet<string> =>
  new Set(
    moves.flatMap(({ move: made, accountId }) =>
      accountId !== null && (made === 'start' || made === 'requestClosing' || made === 'takeBack') ? [accountId] : [],
    ),
  )

/** Issues by their days: open ones, those past their due day, those that are 重大. */
export function countIssues(issues: readonly KnownIssue[], today: CalendarDate): IssueCounts {
  const open = openIssues(issues)
  return {
    open: open.length,
    overdue: open.filter(({ dueOn }) => dueOn < today).length,
    major: open.filter(({ severity }) => severity === 'major').length,
  }
}

/** Open issues: neither closed nor withdrawn. */
export const openIssues = (issues: readonly KnownIssue[]): KnownIssue[] => issues.filter(({ state }) => isOpen(state))
