import type { Plan } from '@lvliang/shared/plan/plan.schema'
import type { ReportingStatus } from '@lvliang/shared/reports/report.schema'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { reportQueries } from '../../api/report.queries.ts'
import { Dialog } from '../../components/dialog/dialog.tsx'
import { Button } from '../../components/form/button.tsx'
import { Field } from '../../components/form/field.tsx'
import form from '../../components/form/form.module.css'
import { LoadError } from '../../components/load-error.tsx'
import { useLanguage } from '../../i18n/use-language.ts'
import { monthInProse } from './month-words.ts'
import { SignForm } from './sign-form.tsx'
import { lastReviewer } from './signable.ts'
import classes from './signing.module.css'
import { useMonthChanged } from './use-month-changed.ts'

interface SignDialogProps {
  county: string
  /** What can be signed, the oldest first. */
  months: readonly string[]
  status: ReportingStatus
  plan: Plan
  onClose: () => void
}

/** Signs a month from the list: the newest is most often meant. */
export function SignDialog({ county, months, status, plan, onClose }: SignDialogProps) {
  const { t } = useTranslation(['reports', 'common'])
  const { name } = useLanguage()
  const [period, setPeriod] = useState(months.at(-1) ?? '')
  const report = useQuery(reportQueries.month(county, period, {}))
  const changed = useMonthChanged()
  return (
    <Dialog title={t('sign.title')} onClose={onClose}>
      <div className={classes.signing}>
        <Field label={t('sign.month')}>
          {control => (
            <select {...control} value={period} onChange={event => setPeriod(event.target.value)}>
              {months.map(month => (
                <option key={month} value={month}>
                  {monthInProse(month, name)}
                </option>
              ))}
            </select>
          )}
        </Field>
        {report.error && <LoadError error={report.error} onRetry={() => void report.refetch()} />}
        {report.isPending && <p className={form.help}>{t('common:loading')}</p>}
        {report.data && (
          <SignForm
            key={period}
            focused
            report={report.data}
            plan={plan}
            reviewer={lastReviewer(status, county)}
            onSigned={async signed => {
              await changed(signed)
              onClose()
            }}
          >
            <Button onClick={onClose}>{t('sign.cancel')}</Button>
          </SignForm>
        )}
      </div>
    </Dialog>
  )
}
