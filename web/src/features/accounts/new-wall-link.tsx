import type { MadeWallLink } from '@lvliang/shared/accounts/account.schema'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { makeWallLink } from '../../api/account.queries.ts'
import { newId } from '../../api/new-id.ts'
import { Dialog } from '../../components/dialog/dialog.tsx'
import { Button } from '../../components/form/button.tsx'
import { Field } from '../../components/form/field.tsx'
import form from '../../components/form/form.module.css'
import { RefusalNote } from '../../components/form/refusal-note.tsx'
import { useCommand } from '../../components/form/use-command.ts'
import { useFieldFault } from './use-field-fault.ts'

interface NewWallLinkProps {
  onMade: (made: MadeWallLink) => unknown
  onClose: () => void
}

export function NewWallLink({ onMade, onClose }: NewWallLinkProps) {
  const { t } = useTranslation('accounts')
  const [id] = useState(newId)
  const [label, setLabel] = useState('')
  const make = useCommand(makeWallLink, onMade)
  const fault = useFieldFault(make.error)('label')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!make.isPending) make.mutate({ id, label: label.trim() })
  }
  return (
    <Dialog title={t('wall.new')} onClose={onClose}>
      <form className={form.form} onSubmit={submit}>
        <Field label={t('wall.label')} help={t('wall.labelHelp')} fault={fault}>
          {control => (
            <input
              {...control}
              value={label}
              onChange={event => setLabel(event.target.value)}
              autoComplete="off"
              maxLength={60}
              required
            />
          )}
        </Field>
        {!fault && <RefusalNote error={make.error} />}
        <div className={form.actions}>
          <Button type="submit" look="primary" busy={make.isPending}>
            {t('wall.make')}
          </Button>
          <Button onClick={onClose}>{t('wall.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
