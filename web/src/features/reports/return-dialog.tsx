import type { MonthlyReport } from '@lvliang/shared/reports/report.schema'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newId } from '../../api/new-id.ts'
import { returnMonth } from '../../api/report.queries.ts'
import { Dialog } from '../../components/dialog/dialog.tsx'
import { Button } from '../../components/form/button.tsx'
import { Field } from '../../components/form/field.tsx'
import form from '../../components/form/form.module.css'
import { RefusalNote } from '../../components/form/refusal-note.tsx'
import { useCommand } from '../../components/form/use-command.ts'

interface ReturnDialogProps {
  /** The signature that stands. */
  signature: string
  title: string
  onReturned: (report: MonthlyReport) => unknown
  onClose: () => void
}

/** The city office sends a signed month back, with a reason. */
export function ReturnDialog({ signature, title, onReturned, onClose }: ReturnDialogProps) {
  const { t } = useTranslation('reports')
  const [id] = useState(newId)
  const [reason, setReason] = useState('')
  const send = useCommand((asked: { id: string; reason: string }) => returnMonth(signature, asked), onReturned)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!send.isPending) send.mutate({ id, reason: reason.trim() })
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <form className={form.form} onSubmit={submit}>
        <Field label={t('back.reason')}>
          {control => (
            <input
              {...control}
              value={reason}
              onChange={event => setReason(event.target.value)}
              autoComplete="off"
              maxLength={200}
              pattern=".*\S.*"
              required
            />
          )}
        </Field>
        <RefusalNote error={send.error} />
        <div className={form.actions}>
          <Button type="submit" look="danger" busy={send.isPending}>
            {t('back.confirm')}
          </Button>
          <Button onClick={onClose}>{t('sign.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
