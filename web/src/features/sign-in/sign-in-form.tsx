import type { Me } from '@lvliang/shared/accounts/account.schema'
import { type FormEvent, useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from '../../components/class-names.ts'
import { Button } from '../../components/form/button.tsx'
import { Field } from '../../components/form/field.tsx'
import form from '../../components/form/form.module.css'
import { PasswordInput } from '../../components/password/password-input.tsx'
import { CodeField, codeOf, useNeedsCode } from './code-field.tsx'
import { useSignIn, useSignInRefusal } from './use-sign-in.ts'

interface SignInFormProps {
  /** Filled in beforehand, where it is known who comes back. */
  username?: string | null
  /** False: it is known that the role may not. */
  mayStay?: boolean
  onSignedIn: (me: Me) => void
}

function readForm(element: HTMLFormElement) {
  const data = new FormData(element)
  const text = (name: string) => String(data.get(name) ?? '')
  return {
    username: text('username').trim(),
    password: text('password'),
    code: text('code').trim() || undefined,
    stay: data.has('stay') || undefined,
  }
}

/** User name, password, and the code where the account has one. */
export function SignInForm({ username, mayStay = true, onSignedIn }: SignInFormProps) {
  const { t } = useTranslation('session')
  const stayHelp = useId()
  const element = useRef<HTMLFormElement>(null)
  const signIn = useSignIn(onSignedIn)
  const says = useSignInRefusal()
  const needsCode = useNeedsCode(signIn.error)
  const refusal = codeOf(signIn.error)

  // The hand goes on where something is missing or wrong.
  useEffect(() => {
    if (refusal === null || refusal === 'network' || refusal === 'tooManyTries') return
    const name = refusal.startsWith('secondFactor') ? 'code' : 'password'
    const input = element.current?.elements.namedItem(name)
    if (input instanceof HTMLInputElement) input.select()
  }, [refusal, signIn.submittedAt])

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!signIn.isPending) signIn.mutate(readForm(event.currentTarget))
  }
  return (
    <form ref={element} className={form.form} onSubmit={submit}>
      <Field label={t('signIn.username')}>
        {control => (
          <input
            {...control}
            name="username"
            defaultValue={username ?? ''}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={100}
            required
          />
        )}
      </Field>
      <Field label={t('signIn.password')}>
        {control => <PasswordInput {...control} name="password" autoComplete="current-password" required />}
      </Field>
      {needsCode && <CodeField error={signIn.error} />}
      {mayStay && (
        <div>
          <label className={form.check}>
            <input type="checkbox" name="stay" aria-describedby={stayHelp} />
            {t('signIn.stay')}
          </label>
          <p id={stayHelp} className={form.help}>
            {t('signIn.stayHelp')}
          </p>
        </div>
      )}
      {signIn.error && refusal !== 'secondFactorWrong' && (
        <p className={classNames(form.note, refusal !== 'secondFactorRequired' && form.refusal)} role="alert">
          {says(signIn.error)}
        </p>
      )}
      <div className={form.actions}>
        <Button type="submit" look="primary" busy={signIn.isPending}>
          {t('signIn.submit')}
        </Button>
      </div>
    </form>
  )
}
