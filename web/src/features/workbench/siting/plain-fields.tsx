import { useTranslation } from 'react-i18next'
import { Field } from '../../../components/form/field.tsx'
import classes from './siting.module.css'

interface PlainFieldProps {
  value: string
  fault: string | undefined
  onChange: (value: string) => void
}

export function PopulationField({ value, fault, onChange }: PlainFieldProps) {
  const { t } = useTranslation('siting')
  return (
    <Field label={t('population')} fault={fault} className={classes.short}>
      {control => (
        <input
          {...control}
          inputMode="numeric"
          autoComplete="off"
          maxLength={12}
          value={value}
          onChange={event => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

export function SitedOnField({ value, fault, today, onChange }: PlainFieldProps & { today: string }) {
  const { t } = useTranslation('siting')
  return (
    <Field label={t('sitedOn')} fault={fault} className={classes.short}>
      {control => (
        <input
          {...control}
          type="date"
          required
          max={today}
          value={value}
          onChange={event => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
