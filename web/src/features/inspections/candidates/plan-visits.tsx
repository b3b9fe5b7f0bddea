import type { Candidate, CandidateList } from '@lvliang/shared/inspections/candidate.schema'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PickBar } from './pick-bar.tsx'
import { PlanDialog } from './plan-dialog.tsx'
import { PlanNotice } from './plan-notice.tsx'
import { usePlanVisits, type VisitPlan } from './use-plan-visits.ts'

interface PlanVisitsProps {
  plan: Plan
  list: CandidateList
  picked: ReadonlyMap<string, Candidate>
  /** What was planned is picked no more. */
  onPlanned: (codes: string[]) => void
  onClear: () => void
}

/** What is picked, as it is now where it is shown. */
function useFresh(picked: ReadonlyMap<string, Candidate>, { items }: CandidateList): readonly Candidate[] {
  return useMemo(() => {
    const now = new Map(items.map(item => [item.code, item]))
    return [...picked.values()].map(candidate => now.get(candidate.code) ?? candidate)
  }, [picked, items])
}

/** From what is picked to visits planned, and back. */
export function PlanVisits({ plan, list, picked, onPlanned, onClear }: PlanVisitsProps) {
  const { t } = useTranslation('inspections')
  const [isOpen, setOpen] = useState(false)
  const visits = usePlanVisits()
  const candidates = useFresh(picked, list)
  const { outcome, progress } = visits
  const send = async (asked: VisitPlan) => {
    const { made } = await visits.plan(candidates, asked)
    setOpen(false)
    onPlanned(made.map(({ candidate }) => candidate.code))
  }
  const undo = () => outcome && void visits.undo(outcome, t('candidates.plan.undoReason'))
  return (
    <>
      {outcome && <PlanNotice outcome={outcome} progress={progress} onUndo={undo} onClose={visits.close} />}
      <PickBar picked={picked} rows={list.items} onPlan={() => setOpen(true)} onClear={onClear} />
      {isOpen && (
        <PlanDialog
          plan={plan}
          candidates={candidates}
          today={list.today}
          cap={list.visitsAQuarter}
          progress={progress}
          onPlan={asked => void send(asked)}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
