import type { Basis } from '@lvliang/shared/centres/centre.schema'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { BASES } from '../../../filters/choices.ts'
import { type FilterSearch, isFiltered } from '../../../filters/filter-search.ts'
import classes from './filter-bar.module.css'
import { FilterMenu } from './filter-menu.tsx'
import { NO_FILTER } from './no-filter.ts'
import { useChips } from './use-chips.ts'

export interface FilterBarProps {
  plan: Plan
  /** How many slots the filters leave. */
  left: number
  filter: FilterSearch
  onFilter: (patch: Partial<FilterSearch>) => void
}

function BasisSwitch({ basis, onBasis }: { basis: Basis; onBasis: (basis: Basis) => void }) {
  const { t } = useTranslation()
  return (
    <fieldset className={classes.basis} aria-label={t('basis.label')}>
      {BASES.map(value => (
        <button key={value} type="button" aria-pressed={value === basis} onClick={() => onBasis(value)}>
          {t(`basis.${value}`)}
        </button>
      ))}
    </fieldset>
  )
}

/** The basis, every active filter as a chip that takes it away, and how much of the quota is left. */
export const FilterBar = memo(function FilterBar({ plan, left, filter, onFilter }: FilterBarProps) {
  const { t } = useTranslation('board')
  const chips = useChips(plan, filter)
  const filtered = isFiltered(filter)
  return (
    <div className={classes.bar}>
      <BasisSwitch
        basis={filter.basis ?? 'reported'}
        onBasis={basis => onFilter({ basis: basis === 'verified' ? basis : undefined })}
      />
      <FilterMenu plan={plan} filter={filter} onFilter={onFilter} />
      {chips.map(({ key, label, without }) => (
        <button
          key={key}
          type="button"
          className={classes.chip}
          aria-label={t('filter.remove', { label })}
          onClick={() => onFilter(without)}
        >
          {label} <span aria-hidden="true">✕</span>
        </button>
      ))}
      <p className={filtered ? classes.filtered : classes.all} role="status">
        {filtered ? t('filter.filtered', { n: left, all: plan.target }) : t('filter.all', { all: plan.target })}
      </p>
      {filtered && (
        <button type="button" className={classes.clear} onClick={() => onFilter(NO_FILTER)}>
          {t('filter.clear')}
        </button>
      )}
    </div>
  )
})
