import { ROLES } from '@lvliang/shared/accounts/role'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { useDebouncedCallback } from '@mantine/hooks'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import form from '../../components/form/form.module.css'
import { Select } from '../../components/form/select.tsx'
import { type AccountsSearch, STATES } from '../../filters/admin-search.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import classes from './accounts.module.css'

interface AccountFiltersProps {
  counties: Plan['counties']
  search: AccountsSearch
  onSearch: (patch: Partial<AccountsSearch>) => void
}

const PAUSE = 250

function SearchBox({ value, onChange }: { value: string; onChange: (q: string | undefined) => void }) {
  const { t } = useTranslation('accounts')
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
      aria-label={t('filter.q')}
      placeholder={t('filter.qPlaceholder')}
      defaultValue={value}
      maxLength={100}
      onChange={event => change(event.target.value)}
    />
  )
}

/** Text, role, county and state, each in the address. */
export function AccountFilters({ counties, search, onSearch }: AccountFiltersProps) {
  const { t } = useTranslation(['accounts', 'common'])
  const { name } = useLanguage()
  return (
    <search className={classes.filters} aria-label={t('filter.label')}>
      <SearchBox value={search.q ?? ''} onChange={q => onSearch({ q })} />
      <Select
        label={t('filter.role')}
        all={t('filter.anyRole')}
        value={search.role}
        options={ROLES.map(role => ({ value: role, label: t(`common:role.${role}`) }))}
        onChange={role => onSearch({ role })}
      />
      <Select
        label={t('filter.county')}
        all={t('filter.anyCounty')}
        value={search.county}
        options={counties.map(county => ({ value: county.code, label: county.name[name] }))}
        onChange={county => onSearch({ county })}
      />
      <Select
        label={t('filter.state')}
        all={t('filter.anyState')}
        value={search.state}
        options={STATES.map(state => ({ value: state, label: t(`state.${state}`) }))}
        onChange={state => onSearch({ state })}
      />
    </search>
  )
}
