import { useTranslation } from 'react-i18next'
import { Button } from '../../../../components/form/button.tsx'
import { DayField } from '../../../../components/form/fields.tsx'
import { dueDayInProse } from '../../../../format/format.ts'
import { useLanguage } from '../../../../i18n/use-language.ts'
import type { DueDays } from './use-due-days.ts'

interface DueFieldProps {
  label: string
  value: string
  min: string
  days: DueDays | undefined
  required?: boolean
  fault: string | undefined
  onChange: (day: string) => void
}

/** A due day, which is a workday; beside one that is none stands the next. */
export function DueField({ days, value, onChange, ...rest }: DueFieldProps) {
  const { t } = useTranslation('inspections')
  const { name } = useLanguage()
  const say = (day: string) => dueDayInProse(day, name)
  const next = days && value ? days.workday(value) : value
  const n = days && value ? days.countTo(value) : null
  const help =
    value === '' ? undefined : next !== value ? (
      <>
        {t('issue.noWorkday', { day: say(value) })}{' '}
        <Button look="link" onClick={() => onChange(next)}>
          {t('issue.takeWorkday', { day: say(next) })}
        </Button>
      </>
    ) : n === null ? (
      say(value)
    ) : (
      t('issue.workday', { day: say(value), n })
    )
  return <DayField {...rest} value={value} onChange={onChange} help={help} />
}
