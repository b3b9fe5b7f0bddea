import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/form/button.tsx'
import { Field } from '../../../components/form/field.tsx'
import classes from './visit.module.css'

interface TimeFieldProps {
  id: string
  label: string
  now: string
  value: string
  fault?: string | undefined
  onChange: (time: string) => void
  onNow: () => void
}

/** A time of day: now, by one press, or another. */
export function TimeField({ id, label, now, value, fault, onChange, onNow }: TimeFieldProps) {
  return (
    <div id={id}>
      <Field label={label} fault={fault}>
        {control => (
          <div className={classes.entry}>
            <Button className={classes.tall} look={value === '' ? 'primary' : 'plain'} onClick={onNow}>
              {now}
            </Button>
            <input {...control} type="time" value={value} onChange={event => onChange(event.target.value)} />
          </div>
        )}
      </Field>
    </div>
  )
}

/** When the team came and went, by the same clock. */
export function useTimeWords() {
  const { t } = useTranslation('inspections')
  return {
    arrived: { label: t('visit.arrived'), now: t('visit.arriveNow') },
    left: { label: t('visit.left'), now: t('visit.leaveNow') },
  }
}
