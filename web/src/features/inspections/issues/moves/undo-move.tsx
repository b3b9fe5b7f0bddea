import type { IssueDetail, IssueMove } from '@lvliang/shared/inspections/issue.schema'
import { MOVE_RULES } from '@lvliang/shared/inspections/issue-moves'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { Button } from '../../../../components/form/button.tsx'
import { RefusalNote } from '../../../../components/form/refusal-note.tsx'
import { useMove } from './use-move.ts'
import { useMoveName } from './use-move-name.ts'

/** What takes a move back, where the rules have it. */
export const UNDO: Partial<Record<IssueMove, IssueMove>> = { requestClosing: 'takeBack', close: 'reopen' }

interface UndoMoveProps {
  of: IssueMove
  issue: IssueDetail
  plan: Plan
  /** It must be said why. */
  onAsk: (move: IssueMove) => void
  onDone: (move: IssueMove) => void
}

/** The way back from what was just done: at once, or through a form where a reason is needed. */
export function UndoMove({ of, issue, plan, onAsk, onDone }: UndoMoveProps) {
  const moveName = useMoveName(issue)
  const act = useMove(issue, ({ move }) => onDone(move))
  const undo = UNDO[of]
  if (!undo || !issue.may.includes(undo)) return null
  const needsWords = MOVE_RULES[undo].needs.length > 0
  return (
    <>
      <Button
        look="link"
        busy={act.isPending}
        onClick={() => (needsWords ? onAsk(undo) : act.send({ move: undo, date: plan.today }))}
      >
        {moveName(undo)}
      </Button>
      <RefusalNote error={act.error} />
    </>
  )
}
