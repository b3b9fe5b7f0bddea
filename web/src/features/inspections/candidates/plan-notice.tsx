import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/form/button.tsx'
import { useRefusal } from '../../../components/form/use-refusal.ts'
import { dueDayInProse } from '../../../format/format.ts'
import { useLanguage } from '../../../i18n/use-language.ts'
import classes from './pick-bar.module.css'
import type { PlanOutcome, Progress, Refused } from './use-plan-visits.ts'

interface PlanNoticeProps {
  outcome: PlanOutcome
  progress: Progress | null
  onUndo: () => void
  onClose: () => void
}

function RefusedList({ refused }: { refused: readonly Refused[] }) {
  const { t } = useTranslation('inspections')
  const says = useRefusal()
  if (refused.length === 0) return null
  return (
    <div className={classes.refused} role="alert">
      {t('candidates.plan.refused', { n: refused.length })}
      <ul>
        {refused.map(({ candidate: { code, name }, error }) => (
          <li key={code}>
            <b>{name}</b> {code} · {says(error)}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What came of it, by name where it was refused, and the way back. */
export function PlanNotice({ outcome, progress, onUndo, onClose }: PlanNoticeProps) {
  const { t } = useTranslation('inspections')
  const { name } = useLanguage()
  const { made, refused, plan, undone } = outcome
  const n = made.length
  return (
    <div className={classes.notice}>
      <p role="status" className={classes.count}>
        {progress
          ? t('candidates.plan.cancelProgress', { done: progress.done, of: progress.of })
          : undone
            ? t('candidates.plan.undone', { n })
            : t('candidates.plan.made', { n, day: dueDayInProse(plan.plannedOn, name) })}
      </p>
      <RefusedList refused={refused} />
      {!undone && n > 0 && (
        <Button busy={progress !== null} onClick={onUndo}>
          {t('candidates.plan.undo')}
        </Button>
      )}
      <Button onClick={onClose}>{t('candidates.plan.close')}</Button>
    </div>
  )
}
