import type { UseMutationResult } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/form/button.tsx'
import { Field } from '../../components/form/field.tsx'
import form from '../../components/form/form.module.css'
import { RefusalNote } from '../../components/form/refusal-note.tsx'
import { PasswordInput } from '../../components/password/password-input.tsx'

interface PasswordProofProps {
  username: string
  command: Pick<UseMutationResult<unknown, Error, string>, 'mutate' | 'isPending' | 'error'>
  label: string
  danger?: boolean
  onCancel?: () => void
}

/** Asks for the password once more before something that matters. */
export function PasswordProof({ username, command, label, danger, onCancel }: PasswordProofProps) {
  const { t } = useTranslation('ownAccount')
  const [password, setPassword] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!command.isPending) command.mutate(password)
  }
  return (
    <form className={form.form} onSubmit={submit}>
      <input type="text" autoComplete="username" value={username} readOnly hidden />
      <Field label={t('secondFactor.password')}>
        {control => (
          <PasswordInput
            {...control}
            autoComplete="current-password"
            value={password}
            onChange={event => setPassword(event.target.value)}
            required
          />
        )}
      </Field>
      <RefusalNote error={command.error} />
      <div className={form.actions}>
        <Button type="submit" look={danger ? 'danger' : 'primary'} busy={command.isPending}>
          {label}
        </Button>
        {onCancel && <Button onClick={onCancel}>{t('secondFactor.cancel')}</Button>}
      </div>
    </form>
  )
}
