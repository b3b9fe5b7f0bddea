import type { Visit } from '@lvliang/shared/inspections/visit.schema'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { cancelVisit } from '../../../api/inspection.queries.ts'
import { newId } from '../../../api/new-id.ts'
import { FormDialog } from '../../../components/dialog/form-dialog.tsx'
import { Button } from '../../../components/form/button.tsx'
import { TextField } from '../../../components/form/fields.tsx'
import form from '../../../components/form/form.module.css'
import { RefusalNote } from '../../../components/form/refusal-note.tsx'
import { useCommand } from '../../../components/form/use-command.ts'

/** Calls a visit to come off, with a reason. */
export function CancelVisit({ visit, onClose }: { visit: Visit; onClose: () => void }) {
  const { t } = useTranslation('inspections')
  const queries = useQueryClient()
  const [id] = useState(newId)
  const [reason, setReason] = useState('')
  const send = useCommand((asked: { id: string; reason: string }) => cancelVisit(queries, visit.id, asked), onClose)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!send.isPending) send.mutate({ id, reason: reason.trim() })
  }
  return (
    <FormDialog title={t('home.visits.cancelOf', { name: visit.centre.name, day: visit.date })} onClose={onClose}>
      <form className={form.form} onSubmit={submit}>
        <TextField
          label={t('home.visits.cancelReason')}
          value={reason}
          onChange={setReason}
          pattern=".*\S.*"
          maxLength={200}
          required
        />
        <RefusalNote error={send.error} />
        <div className={form.actions}>
          <Button type="submit" look="danger" busy={send.isPending}>
            {t('home.visits.cancel')}
          </Button>
          <Button onClick={onClose}>{t('home.visits.keep')}</Button>
        </div>
      </form>
    </FormDialog>
  )
}
