import type { Summary } from '@lvliang/shared/board/summary.schema'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import type { MilestoneId } from '@lvliang/shared/plan/stage'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { FilterSearch } from '../../../filters/filter-search.ts'
import { toggled } from '../../../filters/toggled.ts'
import { useLanguage } from '../../../i18n/use-language.ts'
import { MoneyCell } from './money-cell.tsx'
import { NodeCell } from './node-cell.tsx'
import { StatusCell } from './status-cell.tsx'
import classes from './strip.module.css'
import { VerificationCell } from './verification-cell.tsx'

export interface StripProps {
  plan: Plan
  summary: Summary
  previous: Summary | undefined
  pace?: Partial<Record<MilestoneId, number>>
  filter: FilterSearch
  onFilter: (patch: Partial<FilterSearch>) => void
}

/** The leader's questions in numbers; the same component writes them into the page on the server. */
export const Strip = memo(function Strip({ plan, summary, previous, pace, filter, onFilter }: StripProps) {
  const { t } = useTranslation('board')
  const { name } = useLanguage()
  const nodes = plan.milestones.filter(milestone => milestone.origin === 'plan')
  const count = (from: Summary | undefined, id: MilestoneId) => from?.milestones.find(item => item.id === id)
  return (
    <section className={classes.strip} aria-label={t('strip.label')}>
      {nodes.map(node => (
        <NodeCell
          key={node.id}
          done={plan.stages.find(stage => stage.id === node.stage)?.name[name] ?? node.name[name]}
          count={count(summary, node.id)!}
          before={count(previous, node.id)}
          target={summary.target}
          asOf={summary.asOf}
          pace={pace?.[node.id]}
        />
      ))}
      <StatusCell
        summary={summary}
        previous={previous}
        active={filter.light}
        onToggle={light => onFilter({ light: toggled(filter.light, light) })}
      />
      <VerificationCell
        summary={summary}
        previous={previous}
        active={filter.verification}
        unlocated={filter.located === false}
        onToggle={value => onFilter({ verification: toggled(filter.verification, value) })}
        withIssues={filter.issues?.includes('open') ?? false}
        onToggleIssues={() => onFilter({ issues: toggled(filter.issues, 'open') })}
        onToggleUnlocated={() => onFilter({ located: filter.located === false ? undefined : false })}
      />
      <MoneyCell summary={summary} previous={previous} />
    </section>
  )
})
