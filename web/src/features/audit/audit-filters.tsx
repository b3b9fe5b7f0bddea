import { useTranslation } from 'react-i18next'
import { Field } from '../../components/form/field.tsx'
import { type AuditSearch, OUTCOMES } from '../../filters/admin-search.ts'
import classes from './audit.module.css'
import { SettledInput } from './settled-input.tsx'
import type { AuditNames } from './use-audit-names.ts'

interface AuditFiltersProps {
  search: AuditSearch
  /** Those there is an entry of. */
  operations: readonly string[]
  names: AuditNames
  onSearch: (patch: Partial<AuditSearch>) => void
}

const TEXTS = { from: 'date', to: 'date', username: 'search', subject: 'search' } as const
type TextFilter = keyof typeof TEXTS

/** Days, who, what, on what and how it ended, each in the address. */
export function AuditFilters({ search, operations, names, onSearch }: AuditFiltersProps) {
  const { t } = useTranslation('audit')
  const text = (id: TextFilter) => (
    <Field label={t(`filter.${id}`)} className={classes.filter}>
      {control => (
        <SettledInput
          {...control}
          type={TEXTS[id]}
          maxLength={100}
          value={search[id] ?? ''}
          onSettled={value => onSearch({ [id]: value || undefined })}
        />
      )}
    </Field>
  )
  const known = search.operation && !operations.includes(search.operation) ? [search.operation] : []
  return (
    <search className={classes.filters} aria-label={t('filter.label')}>
      {text('from')}
      {text('to')}
      {text('username')}
      <Field label={t('filter.operation')} className={classes.filter}>
        {control => (
          <select
            {...control}
            value={search.operation ?? ''}
            onChange={event => onSearch({ operation: event.target.value || undefined })}
          >
            <option value="">{t('filter.anyOperation')}</option>
            {[...known, ...operations].map(operation => (
              <option key={operation} value={operation}>
                {names.operation(operation)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('filter.outcome')} className={classes.filter}>
        {control => (
          <select
            {...control}
            value={search.outcome ?? ''}
            onChange={event => onSearch({ outcome: OUTCOMES.find(outcome => outcome === event.target.value) })}
          >
            <option value="">{t('filter.anyOutcome')}</option>
            {OUTCOMES.map(outcome => (
              <option key={outcome} value={outcome}>
                {t(`outcome.${outcome}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {text('subject')}
    </search>
  )
}
