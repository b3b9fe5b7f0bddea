import type { Plan } from '@lvliang/shared/plan/plan.schema'
import type { MonthlyReport } from '@lvliang/shared/reports/report.schema'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newId } from '../../api/new-id.ts'
import { signMonth } from '../../api/report.queries.ts'
import { Button } from '../../components/form/button.tsx'
import { Field } from '../../components/form/field.tsx'
import form from '../../components/form/form.module.css'
import { RefusalNote } from '../../components/form/refusal-note.tsx'
import { useCommand } from '../../components/form/use-command.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { monthInProse } from './month-words.ts'
import { SignFacts } from './sign-facts.tsx'

interface SignFormProps {
  report: MonthlyReport
  plan: Plan
  reviewer: string
  /** Puts the focus on the button: Enter signs. */
  focused?: boolean
  onSigned: (report: MonthlyReport) => unknown
  children?: ReactNode
}

/** What will be signed, who reviewed it, and the signature: Enter gives it. */
export function SignForm({ report, plan, reviewer: known, focused, onSigned, children }: SignFormProps) {
  const { t } = useTranslation('reports')
  const { name } = useLanguage()
  const [id] = useState(newId)
  const [reviewer, setReviewer] = useState(known)
  const sign = useCommand(signMonth, onSigned)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (focused) button.current?.focus()
  }, [focused])
  const { county, period } = report
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!sign.isPending) sign.mutate({ id, county, period, reviewer: reviewer.trim() || null })
  }
  return (
    <form className={form.form} onSubmit={submit}>
      <SignFacts report={report} plan={plan} />
      <Field label={t('sign.reviewer')} help={t('sign.reviewerHelp')}>
        {control => (
          <input
            {...control}
            value={reviewer}
            onChange={event => setReviewer(event.target.value)}
            autoComplete="off"
            maxLength={60}
          />
        )}
      </Field>
      <RefusalNote error={sign.error} />
      <div className={form.actions}>
        <Button ref={button} type="submit" look="primary" busy={sign.isPending}>
          {t('sign.confirm', { month: monthInProse(period, name) })}
        </Button>
        {children}
      </div>
    </form>
  )
}
