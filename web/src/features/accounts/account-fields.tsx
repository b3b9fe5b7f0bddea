import { ROLES, type Role } from '@lvliang/shared/accounts/role'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '../../components/form/field.tsx'
import form from '../../components/form/form.module.css'
import { useLanguage } from '../../i18n/use-language.ts'
import { type AccountDraft, hasCounty, mayHaveFinance } from './account-draft.ts'
import { useFieldFault } from './use-field-fault.ts'

interface AccountFieldsProps {
  draft: AccountDraft
  counties: Plan['counties']
  error: Error | null
  onChange: (patch: Partial<AccountDraft>) => void
}

type PartProps = AccountFieldsProps

function RoleField({ draft, error, onChange }: PartProps) {
  const { t } = useTranslation(['accounts', 'common'])
  const faultAt = useFieldFault(error)
  return (
    <Field label={t('form.role')} help={t(`roleHelp.${draft.role}`)} fault={faultAt('role')}>
      {control => (
        <select {...control} value={draft.role} onChange={event => onChange({ role: event.target.value as Role })}>
          {ROLES.map(role => (
            <option key={role} value={role}>
              {t(`common:role.${role}`)}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

function CountyField({ draft, counties, error, onChange }: PartProps) {
  const { t } = useTranslation('accounts')
  const { name } = useLanguage()
  const faultAt = useFieldFault(error)
  return (
    <Field label={t(draft.role === 'inspector' ? 'form.homeCounty' : 'form.county')} fault={faultAt('county')}>
      {control => (
        <select
          {...control}
          value={draft.county ?? ''}
          onChange={event => onChange({ county: event.target.value || null })}
          required
        >
          <option value="">{t('form.chooseCounty')}</option>
          {counties.map(county => (
            <option key={county.code} value={county.code}>
              {county.name[name]}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

function FinanceField({ draft, onChange }: PartProps) {
  const { t } = useTranslation('accounts')
  const id = useId()
  return (
    <div className={form.field}>
      <label className={form.check}>
        <input
          type="checkbox"
          checked={draft.finance}
          aria-describedby={id}
          onChange={event => onChange({ finance: event.target.checked })}
        />
        {t('form.finance')}
      </label>
      <p id={id} className={form.help}>
        {t(`form.financeHelp.${draft.role === 'cityOffice' ? 'cityOffice' : 'county'}`)}
      </p>
    </div>
  )
}

/** Name and rights of an account; the role decides which rights there are to choose. */
export function AccountFields(props: AccountFieldsProps) {
  const { t } = useTranslation('accounts')
  const { draft, error, onChange } = props
  const faultAt = useFieldFault(error)
  return (
    <>
      <Field label={t('form.name')} help={t('form.nameHelp')} fault={faultAt('name')}>
        {control => (
          <input
            {...control}
            value={draft.name}
            onChange={event => onChange({ name: event.target.value })}
            autoComplete="off"
            maxLength={60}
            required
          />
        )}
      </Field>
      <RoleField {...props} />
      {hasCounty(draft.role) && <CountyField {...props} />}
      {mayHaveFinance(draft.role) && <FinanceField {...props} />}
    </>
  )
}
