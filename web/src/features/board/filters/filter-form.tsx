import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { STAGES } from '@lvliang/shared/plan/stage'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { GAPS, ISSUE_CLASSES, LIGHTS, VERIFICATIONS } from '../../../filters/choices.ts'
import type { FilterSearch } from '../../../filters/filter-search.ts'
import { toggled } from '../../../filters/toggled.ts'
import { useLanguage } from '../../../i18n/use-language.ts'
import { StatusLabel } from '../../../status/status-label.tsx'
import classes from './filter-form.module.css'

export interface FilterFormProps {
  plan: Plan
  filter: FilterSearch
  onFilter: (patch: Partial<FilterSearch>) => void
}

interface ChoicesProps<T extends string> {
  legend: string
  values: readonly T[]
  chosen: readonly T[] | undefined
  label: (value: T) => ReactNode
  onToggle: (value: T) => void
}

function Choices<T extends string>({ legend, values, chosen, label, onToggle }: ChoicesProps<T>) {
  return (
    <fieldset className={classes.choices}>
      <legend>{legend}</legend>
      {values.map(value => (
        <label key={value} className={classes.choice}>
          <input type="checkbox" checked={chosen?.includes(value) ?? false} onChange={() => onToggle(value)} />
          <span>{label(value)}</span>
        </label>
      ))}
    </fieldset>
  )
}

const REST_MS = 300

function Search({ q, onSearch }: { q: string; onSearch: (q: string | undefined) => void }) {
  const { t } = useTranslation('board')
  const [text, setText] = useState(q)
  useEffect(() => {
    if (text.trim() === q) return
    const timer = setTimeout(() => onSearch(text.trim() || undefined), REST_MS)
    return () => clearTimeout(timer)
  }, [text, q, onSearch])
  return (
    <label className={classes.search}>
      {t('filter.search')}
      <input
        type="search"
        value={text}
        maxLength={100}
        placeholder={t('filter.searchPlaceholder')}
        onChange={event => setText(event.target.value)}
      />
    </label>
  )
}

const YES_NO = ['true', 'false'] as const
const asList = (value: boolean | undefined) => (value === undefined ? undefined : [String(value) as 'true' | 'false'])
const flipped = (present: boolean | undefined, value: 'true' | 'false') =>
  String(present) === value ? undefined : value === 'true'

export function FilterForm({ plan, filter, onFilter }: FilterFormProps) {
  const { t } = useTranslation(['board', 'common'])
  const { name } = useLanguage()
  const county = (code: string) => plan.counties.find(entry => entry.code === code)?.name[name]
  const stage = (id: string) => plan.stages.find(entry => entry.id === id)?.name[name]
  return (
    <div className={classes.form}>
      <Search q={filter.q ?? ''} onSearch={q => onFilter({ q })} />
      <Choices
        legend={t('filter.light')}
        values={LIGHTS}
        chosen={filter.light}
        label={value => <StatusLabel shape={value} fill="solid" />}
        onToggle={value => onFilter({ light: toggled(filter.light, value) })}
      />
      <Choices
        legend={t('filter.verification')}
        values={VERIFICATIONS}
        chosen={filter.verification}
        label={value => t(`common:verification.${value}`)}
        onToggle={value => onFilter({ verification: toggled(filter.verification, value) })}
      />
      <Choices
        legend={t('filter.gap')}
        values={GAPS}
        chosen={filter.gap}
        label={value => t(`filter.gaps.${value}`)}
        onToggle={value => onFilter({ gap: toggled(filter.gap, value) })}
      />
      <Choices
        legend={t('filter.issues')}
        values={ISSUE_CLASSES}
        chosen={filter.issues}
        label={value => t(`filter.issueClasses.${value}`)}
        onToggle={value => onFilter({ issues: toggled(filter.issues, value) })}
      />
      <Choices
        legend={t('filter.stage', { basis: t(`common:basis.${filter.basis ?? 'reported'}`) })}
        values={STAGES}
        chosen={filter.stage}
        label={stage}
        onToggle={value => onFilter({ stage: toggled(filter.stage, value) })}
      />
      <Choices
        legend={t('filter.county')}
        values={plan.counties.map(entry => entry.code)}
        chosen={filter.county}
        label={county}
        onToggle={value => onFilter({ county: toggled(filter.county, value) })}
      />
      <Choices
        legend={t('filter.priority')}
        values={YES_NO}
        chosen={asList(filter.priority)}
        label={value => t(value === 'true' ? 'filter.priorityYes' : 'filter.priorityNo')}
        onToggle={value => onFilter({ priority: flipped(filter.priority, value) })}
      />
      <Choices
        legend={t('filter.located')}
        values={YES_NO}
        chosen={asList(filter.located)}
        label={value => t(value === 'true' ? 'filter.locatedYes' : 'filter.locatedNo')}
        onToggle={value => onFilter({ located: flipped(filter.located, value) })}
      />
    </div>
  )
}
