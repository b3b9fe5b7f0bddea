import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { useTranslation } from 'react-i18next'
import type { FilterSearch } from '../../../filters/filter-search.ts'
import { toggled } from '../../../filters/toggled.ts'
import { useLanguage } from '../../../i18n/use-language.ts'

export interface Chip {
  key: string
  label: string
  /** The change that takes this one away. */
  without: Partial<FilterSearch>
}

/** One chip for each value of each active filter. */
export function useChips(plan: Plan, filter: FilterSearch): Chip[] {
  const { t } = useTranslation(['board', 'common'])
  const { name } = useLanguage()
  const countyName = (code: string) => plan.counties.find(county => county.code === code)?.name[name] ?? code
  const stageName = (id: string) => plan.stages.find(stage => stage.id === id)?.name[name] ?? id
  const each = <T extends string>(
    values: readonly T[] | undefined,
    chip: (value: T) => Omit<Chip, 'key'> & { key?: string },
  ): Chip[] => (values ?? []).map(value => ({ key: value, ...chip(value) }))
  const chips = [
    ...each(filter.county, value => ({
      label: countyName(value),
      without: { county: toggled(filter.county, value) },
    })),
    ...each(filter.light, value => ({
      label: t(`common:light.${value}`),
      without: { light: toggled(filter.light, value) },
    })),
    ...each(filter.stage, value => ({ label: stageName(value), without: { stage: toggled(filter.stage, value) } })),
    ...each(filter.verification, value => ({
      label: t(`common:verification.${value}`),
      without: { verification: toggled(filter.verification, value) },
    })),
    ...each(filter.gap, value => ({
      key: `gap-${value}`,
      label: t(`filter.gaps.${value}`),
      without: { gap: toggled(filter.gap, value) },
    })),
    ...each(filter.issues, value => ({
      key: `issues-${value}`,
      label: t(`filter.issueClasses.${value}`),
      without: { issues: toggled(filter.issues, value) },
    })),
  ]
  if (filter.priority !== undefined) {
    const label = t(filter.priority ? 'filter.priorityYes' : 'filter.priorityNo')
    chips.push({ key: 'priority', label, without: { priority: undefined } })
  }
  if (filter.located !== undefined) {
    const label = t(filter.located ? 'filter.locatedYes' : 'filter.locatedNo')
    chips.push({ key: 'located', label, without: { located: undefined } })
  }
  if (filter.q) chips.push({ key: 'q', label: t('filter.q', { q: filter.q }), without: { q: undefined } })
  return chips
}
