import type { IssueDetail, IssueMove } from '@lvliang/shared/inspections/issue.schema'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../../components/form/button.tsx'
import form from '../../../../components/form/form.module.css'
import { dueDayInProse } from '../../../../format/format.ts'
import { useLanguage } from '../../../../i18n/use-language.ts'
import { useMay } from '../../../../session/use-me.ts'
import classes from '../issue.module.css'
import { ISSUE_MOVES } from './order-of-moves.ts'
import { UNDO, UndoMove } from './undo-move.tsx'
import { useMoveName } from './use-move-name.ts'

const MoveDialog = lazy(() => import('./move-dialog.tsx').then(module => ({ default: module.MoveDialog })))

/** Steps beside the way an issue goes. */
const ASIDE: readonly IssueMove[] = ['findAgain', 'extend', 'handOver', 'withdraw']

/** Steps that go on. */
const FORWARD: readonly IssueMove[] = ['assign', 'start', 'requestClosing', 'recheck', 'close']

interface Done {
  move: IssueMove
  dueOn: string | undefined
}

interface MoveBarProps {
  issue: IssueDetail
  plan: Plan
}

/** The moves open to whoever looks, in the order of an issue's life. */
function useOpenMoves(issue: IssueDetail): IssueMove[] {
  const mayPass = useMay('listInspectors')
  return ISSUE_MOVES.filter(move => issue.may.includes(move) && (move !== 'handOver' || mayPass))
}

function useDoneWords(issue: IssueDetail) {
  const { t } = useTranslation('inspections')
  const { name } = useLanguage()
  return ({ move, dueOn }: Done) =>
    move === 'requestClosing' && issue.source === 'order'
      ? t('issue.answered')
      : t(`issue.isDone.${move}`, { day: dueOn ? dueDayInProse(dueOn, name) : '' })
}

/** What may be done with an issue, and what was just done, with the way back where there is one. */
export function MoveBar({ issue, plan }: MoveBarProps) {
  const { t } = useTranslation('inspections')
  const moveName = useMoveName(issue)
  const says = useDoneWords(issue)
  const open = useOpenMoves(issue)
  const [asked, setAsked] = useState<{ move: IssueMove; seen: IssueDetail } | null>(null)
  const [done, setDone] = useState<Done | null>(null)
  // The way back is offered beside what was done, not twice.
  const buttons = open.filter(move => !done || UNDO[done.move] !== move)
  const ask = (move: IssueMove) => setAsked({ move, seen: issue })
  const made = (move: IssueMove, dueOn?: string) => {
    setDone({ move, dueOn })
    setAsked(null)
  }
  if (open.length === 0 && done === null && asked === null) return null
  const first = open.find(move => FORWARD.includes(move))
  return (
    <section className={classes.bar} aria-label={t('issue.moves')}>
      {done && (
        <div className={classes.notice}>
          <span role="status">{says(done)}</span>
          <UndoMove key={done.move} of={done.move} issue={issue} plan={plan} onAsk={ask} onDone={made} />
          <Button look="link" aria-label={t('issue.dismiss')} onClick={() => setDone(null)}>
            <span aria-hidden="true">✕</span>
          </Button>
        </div>
      )}
      {buttons.length > 0 && (
        <div className={form.actions}>
          {buttons.map(move => (
            <Button
              key={move}
              look={ASIDE.includes(move) ? 'link' : move === first ? 'primary' : 'plain'}
              onClick={() => ask(move)}
            >
              {moveName(move)}
            </Button>
          ))}
        </div>
      )}
      {asked && (
        <Suspense>
          <MoveDialog
            key={asked.move}
            move={asked.move}
            issue={asked.seen}
            plan={plan}
            onDone={made}
            onCancel={() => setAsked(null)}
          />
        </Suspense>
      )}
    </section>
  )
}
