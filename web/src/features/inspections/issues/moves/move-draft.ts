import type { IssueDetail, IssueMove, MoveIssue } from '@lvliang/shared/inspections/issue.schema'

/** What is typed for a move. */
export interface MoveDraft {
  date: string
  note: string
  /** Null: as it is filled in beforehand. */
  dueOn: string | null
  severity: IssueDetail['severity'] | ''
  to: string
}

export const blankMove = (today: string): MoveDraft => ({ date: today, note: '', dueOn: null, severity: '', to: '' })

interface Filled {
  move: IssueMove
  draft: MoveDraft
  photoIds: string[]
  /** The due day that stands in the form. */
  usualDue: string | undefined
}

/** What is sent: only what the move has a field for. */
export function moveBody({ move, draft, photoIds, usualDue }: Filled): Omit<MoveIssue, 'id'> {
  return {
    move,
    date: draft.date,
    note: draft.note.trim() || undefined,
    photoIds: photoIds.length > 0 ? photoIds : undefined,
    dueOn: move === 'extend' ? (draft.dueOn ?? usualDue) : undefined,
    severity: move === 'findAgain' ? draft.severity || undefined : undefined,
    to: move === 'handOver' ? draft.to || undefined : undefined,
  }
}

/** The first day a move can be of: that of the step before it. */
export const earliestDay = ({ moves, foundOn }: Pick<IssueDetail, 'moves' | 'foundOn'>): string =>
  moves.at(-1)?.on ?? foundOn
