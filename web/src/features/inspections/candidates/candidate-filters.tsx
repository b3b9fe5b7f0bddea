import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { useDebouncedCallback, useMediaQuery } from '@mantine/hooks'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/form/button.tsx'
import form from '../../../components/form/form.module.css'
import { Select } from '../../../components/form/select.tsx'
import { ISSUE_CLASSES, LIGHTS, VERIFICATIONS } from '../../../filters/choices.ts'
import { type CandidatesSearch, isNarrowed, NO_CANDIDATE_FILTER } from '../../../filters/inspection-search.ts'
import { toggled } from '../../../filters/toggled.ts'
import { shortCountyName } from '../../../format/county-name.ts'
import { useLanguage } from '../../../i18n/use-language.ts'
import { StatusLabel } from '../../../status/status-label.tsx'
import classes from './candidate-filters.module.css'

interface CandidateFiltersProps {
  plan: Plan
  search: CandidatesSearch
  onSearch: (patch: Partial<CandidatesSearch>) => void
}

const PAUSE = 250
const DAYS = ['30', '60', '90'] as const
const RISKS = ['20', '40', '60'] as const

/** One value of a list in the address; a link from elsewhere may hold several. */
const single = <T extends string>(values: readonly T[] | undefined) => (values?.length === 1 ? values[0] : undefined)
/** The usual numbers, and another one where the address has it. */
const withOwn = (usual: readonly string[], own: string | undefined) =>
  own === undefined || usual.includes(own) ? usual : [...usual, own]

function Search({ value, onChange }: { value: string; onChange: (q: string | undefined) => void }) {
  const { t } = useTranslation('inspections')
  const input = useRef<HTMLInputElement>(null)
  const change = useDebouncedCallback((text: string) => onChange(text.trim() || undefined), PAUSE)
  useEffect(() => {
    if (input.current && input.current !== document.activeElement) input.current.value = value
  }, [value])
  return (
    <input
      ref={input}
      type="search"
      className={form.input}
      aria-label={t('candidates.filter.search')}
      placeholder={t('candidates.filter.searchPlaceholder')}
      defaultValue={value}
      maxLength={100}
      onChange={event => change(event.target.value)}
    />
  )
}

function Lights({ search, onSearch }: Pick<CandidateFiltersProps, 'search' | 'onSearch'>) {
  const { t } = useTranslation('inspections')
  return (
    <fieldset className={classes.lights} aria-label={t('candidates.filter.light')}>
      {LIGHTS.map(light => (
        <button
          key={light}
          type="button"
          aria-pressed={search.light?.includes(light) ?? false}
          onClick={() => onSearch({ light: toggled(search.light, light) })}
        >
          <StatusLabel shape={light} fill="solid" />
        </button>
      ))}
    </fieldset>
  )
}

/** The filters of one value each. */
function Choices({ plan, search, onSearch }: CandidateFiltersProps) {
  const { t } = useTranslation(['inspections', 'common'])
  const { name } = useLanguage()
  const says = (key: 'daysOver' | 'riskOver', usual: readonly string[], own: string | undefined) =>
    withOwn(usual, own).map(value => ({ value, label: t(`candidates.filter.${key}`, { n: value }) }))
  const counties = search.county?.length ?? 0
  return (
    <>
      <Select
        label={t('candidates.filter.county')}
        all={counties > 1 ? t('candidates.filter.counties', { n: counties }) : t('candidates.filter.anyCounty')}
        value={single(search.county)}
        options={plan.counties.map(({ code }) => ({ value: code, label: shortCountyName(plan.counties, code, name) }))}
        onChange={county => onSearch({ county: county ? [county] : undefined })}
      />
      <Select
        label={t('candidates.filter.verification')}
        all={t('candidates.filter.anyVerification')}
        value={single(search.verification)}
        options={VERIFICATIONS.map(value => ({ value, label: t(`common:verification.${value}`) }))}
        onChange={verification => onSearch({ verification: verification ? [verification] : undefined })}
      />
      <Select
        label={t('candidates.filter.issues')}
        all={t('candidates.filter.anyIssues')}
        value={single(search.issues)}
        options={ISSUE_CLASSES.map(value => ({ value, label: t(`candidates.filter.issuesOf.${value}`) }))}
        onChange={issues => onSearch({ issues: issues ? [issues] : undefined })}
      />
      <Select
        label={t('candidates.filter.days')}
        all={t('candidates.filter.anyDays')}
        value={search.minDays}
        options={says('daysOver', DAYS, search.minDays)}
        onChange={minDays => onSearch({ minDays })}
      />
      <Select
        label={t('candidates.filter.risk')}
        all={t('candidates.filter.anyRisk')}
        value={search.minRisk}
        options={says('riskOver', RISKS, search.minRisk)}
        onChange={minRisk => onSearch({ minRisk })}
      />
      <Select
        label={t('candidates.filter.planned')}
        all={t('candidates.filter.anyPlanned')}
        value={search.planned}
        options={[
          { value: 'false', label: t('candidates.filter.plannedNo') },
          { value: 'true', label: t('candidates.filter.plannedYes') },
        ]}
        onChange={planned => onSearch({ planned })}
      />
      <Select
        label={t('candidates.filter.sited')}
        all={t('candidates.filter.sitedYes')}
        value={search.sited}
        options={[
          { value: 'false', label: t('candidates.filter.sitedNo') },
          { value: 'any', label: t('candidates.filter.sitedAny') },
        ]}
        onChange={sited => onSearch({ sited })}
      />
    </>
  )
}

/** What narrows the candidates, all of it in the address; on a phone the rarer ones are behind one button. */
export function CandidateFilters(props: CandidateFiltersProps) {
  const { search, onSearch } = props
  const { t } = useTranslation('inspections')
  const phone = useMediaQuery('(max-width: 760px)', false, { getInitialValueInEffect: false }) ?? false
  return (
    <search className={classes.filters} aria-label={t('candidates.filter.label')}>
      <Search value={search.q ?? ''} onChange={q => onSearch({ q })} />
      <Lights search={search} onSearch={onSearch} />
      {phone ? (
        <details className={classes.more}>
          <summary>{t('candidates.filter.label')}</summary>
          <div className={classes.choices}>
            <Choices {...props} />
          </div>
        </details>
      ) : (
        <Choices {...props} />
      )}
      {isNarrowed(search) && (
        <Button look="link" onClick={() => onSearch(NO_CANDIDATE_FILTER)}>
          {t('candidates.filter.clear')}
        </Button>
      )}
    </search>
  )
}
