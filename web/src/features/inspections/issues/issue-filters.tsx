import type { IssueCounts } from '@lvliang/shared/inspections/issue.schema'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { useDebouncedCallback, useMediaQuery } from '@mantine/hooks'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import form from '../../../components/form/form.module.css'
import { Select } from '../../../components/form/select.tsx'
import { ISSUE_STATES, type IssuesSearch, SEVERITIES, SOURCES } from '../../../filters/issue-search.ts'
import { useLanguage } from '../../../i18n/use-language.ts'
import { useMe } from '../../../session/use-me.ts'
import classes from './issues.module.css'

interface FilterProps {
  search: IssuesSearch
  onSearch: (patch: Partial<IssuesSearch>) => void
}

const PAUSE = 250

function SearchBox({ search, onSearch }: FilterProps) {
  const { t } = useTranslation('inspections')
  const input = useRef<HTMLInputElement>(null)
  const value = search.q ?? ''
  const change = useDebouncedCallback((text: string) => onSearch({ q: text.trim() || undefined }), PAUSE)
  useEffect(() => {
    if (input.current && input.current !== document.activeElement) input.current.value = value
  }, [value])
  return (
    <input
      ref={input}
      type="search"
      className={form.input}
      aria-label={t('issue.list.search')}
      placeholder={t('issue.list.searchPlaceholder')}
      defaultValue={value}
      maxLength={100}
      onChange={event => change(event.target.value)}
    />
  )
}

interface ChoiceProps<T extends string> {
  label: string
  all: string
  chosen: readonly T[] | undefined
  options: readonly { value: T; label: string }[]
  onChange: (chosen: T[] | undefined) => void
}

/** One of a few; an address may ask for several, and then they stand as one more choice. */
function Choice<T extends string>({ label, all, chosen, options, onChange }: ChoiceProps<T>) {
  const { t } = useTranslation('inspections')
  const several = chosen !== undefined && chosen.length > 1
  const labels = options.filter(({ value }) => chosen?.includes(value)).map(option => option.label)
  const joined = { value: chosen?.join(',') ?? '', label: labels.join(t('issue.list.and')) }
  return (
    <Select<string>
      label={label}
      all={all}
      value={joined.value || undefined}
      options={several ? [joined, ...options] : options}
      onChange={value => onChange(value === undefined ? undefined : (value.split(',') as T[]))}
    />
  )
}

interface CountProps {
  name: 'open' | 'overdue' | 'major'
  n: number
  isPressed: boolean
  onToggle: () => void
}

function Count({ name, n, isPressed, onToggle }: CountProps) {
  const { t } = useTranslation('inspections')
  return (
    <button type="button" className={classes.count} aria-pressed={isPressed} onClick={onToggle}>
      <span>{t(`issue.list.${name}`)}</span> <b className={n > 0 ? classes[name] : undefined}>{n}</b>
    </button>
  )
}

/** 未销号, 逾期, 重大: how many there are, and the way to see them alone. */
export function IssueCountFilters({ counts, search, onSearch }: FilterProps & { counts: IssueCounts }) {
  const { t } = useTranslation('inspections')
  const isMajor = search.severity?.join() === 'major' && search.open === true
  const isOpen = search.open === true && !isMajor
  return (
    <fieldset className={classes.counts}>
      <legend className="visually-hidden">{t('issue.list.counts')}</legend>
      <Count
        name="open"
        n={counts.open}
        isPressed={isOpen}
        onToggle={() => onSearch({ open: isOpen ? undefined : true, severity: isMajor ? undefined : search.severity })}
      />
      <Count
        name="overdue"
        n={counts.overdue}
        isPressed={search.overdue === true}
        onToggle={() => onSearch({ overdue: search.overdue ? undefined : true })}
      />
      <Count
        name="major"
        n={counts.major}
        isPressed={isMajor}
        onToggle={() =>
          onSearch(isMajor ? { open: undefined, severity: undefined } : { open: true, severity: ['major'] })
        }
      />
    </fieldset>
  )
}

/** State, severity, source, county, whose, and text, each in the address. */
export function IssueFilters({ counties, search, onSearch }: FilterProps & { counties: Plan['counties'] }) {
  const { t } = useTranslation('inspections')
  const { name } = useLanguage()
  const me = useMe()
  const compact = useMediaQuery('(max-width: 760px)', false, { getInitialValueInEffect: false }) ?? false
  const choices = (
    <>
      <Choice
        label={t('issue.column.state')}
        all={t('issue.list.anyState')}
        chosen={search.state}
        options={ISSUE_STATES.map(value => ({ value, label: t(`terms.state.${value}`) }))}
        onChange={state => onSearch({ state })}
      />
      <Choice
        label={t('issue.column.severity')}
        all={t('issue.list.anySeverity')}
        chosen={search.severity}
        options={SEVERITIES.map(value => ({ value, label: t(`terms.severity.${value}`) }))}
        onChange={severity => onSearch({ severity })}
      />
      <Choice
        label={t('issue.column.source')}
        all={t('issue.list.anySource')}
        chosen={search.source}
        options={SOURCES.map(value => ({ value, label: t(`terms.source.${value}`) }))}
        onChange={source => onSearch({ source })}
      />
      <Choice
        label={t('issue.field.county')}
        all={t('issue.list.anyCounty')}
        chosen={search.county}
        options={counties.map(county => ({ value: county.code, label: county.name[name] }))}
        onChange={county => onSearch({ county })}
      />
      {me.may.includes('addIssue') && (
        <label className={form.check}>
          <input
            type="checkbox"
            checked={search.mine === true}
            onChange={event => onSearch({ mine: event.target.checked || undefined })}
          />
          {t('issue.list.mine')}
        </label>
      )}
    </>
  )
  return (
    <search className={classes.filters} aria-label={t('issue.list.filters')}>
      <SearchBox search={search} onSearch={onSearch} />
      {compact ? (
        <details className={classes.more}>
          <summary>{t('issue.list.more')}</summary>
          <div>{choices}</div>
        </details>
      ) : (
        choices
      )}
    </search>
  )
}
