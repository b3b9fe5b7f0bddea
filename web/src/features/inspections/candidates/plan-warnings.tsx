import type { Candidate } from '@lvliang/shared/inspections/candidate.schema'
import { useTranslation } from 'react-i18next'
import classes from './plan-dialog.module.css'
import { overCap } from './plan-rules.ts'

interface PlanWarningsProps {
  candidates: readonly Candidate[]
  on: string
  today: string
  cap: number
}

/** A long list names its first few. */
const NAMED = 12

function Names({ title, of }: { title: string; of: readonly { code: string; says: string }[] }) {
  if (of.length === 0) return null
  const more = of.length - NAMED
  return (
    <div className={classes.warning}>
      <p className={classes.warningTitle}>
        {title}（{of.length}）
      </p>
      <p lang="zh-CN">
        {of
          .slice(0, NAMED)
          .map(({ says }) => says)
          .join('、')}
        {more > 0 && ` … +${more}`}
      </p>
    </div>
  )
}

/** What speaks against the visits: centres visited often enough, centres with a visit to come. */
export function PlanWarnings({ candidates, on, today, cap }: PlanWarningsProps) {
  const { t } = useTranslation('inspections')
  const often = overCap(candidates, on, today, cap)
  const already = candidates.filter(({ plannedOn }) => plannedOn !== null)
  return (
    <div role="status">
      <Names
        title={t('candidates.plan.overCap', { cap })}
        of={often.map(({ code, name, visitsThisQuarter }) => ({ code, says: `${name} ${visitsThisQuarter}` }))}
      />
      <Names
        title={t('candidates.plan.already')}
        of={already.map(({ code, name, plannedOn }) => ({ code, says: `${name} ${plannedOn}` }))}
      />
    </div>
  )
}
