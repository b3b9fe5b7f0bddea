import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../api/client.ts'
import { Field } from '../../components/form/field.tsx'
import { useSignInRefusal } from './use-sign-in.ts'

export const codeOf = (error: Error | null) => (error instanceof ApiError ? error.code : null)

/** Whether the account asked for its second factor in the course of these tries. */
export function useNeedsCode(error: Error | null): boolean {
  const asked = useRef(false)
  const code = codeOf(error)
  if (code === 'secondFactorRequired' || code === 'secondFactorWrong') asked.current = true
  return asked.current
}

/** The code of the second factor; `error` is what the last try was answered. */
export function CodeField({ error }: { error: Error | null }) {
  const { t } = useTranslation('session')
  const says = useSignInRefusal()
  return (
    <Field
      label={t('signIn.code')}
      help={t('signIn.codeHelp')}
      fault={error && codeOf(error) === 'secondFactorWrong' ? says(error) : undefined}
    >
      {control => (
        <input {...control} name="code" autoComplete="one-time-code" spellCheck={false} maxLength={32} required />
      )}
    </Field>
  )
}
