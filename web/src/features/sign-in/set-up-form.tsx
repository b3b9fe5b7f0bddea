import type { Me, SetUp, SetUpLink, SignInOptions } from '@lvliang/shared/accounts/account.schema'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError, apiSend } from '../../api/client.ts'
import { Button } from '../../components/form/button.tsx'
import { Field } from '../../components/form/field.tsx'
import form from '../../components/form/form.module.css'
import { RefusalNote } from '../../components/form/refusal-note.tsx'
import { faultAt, inLanguage, useRefusal } from '../../components/form/use-refusal.ts'
import { NewPasswordFields } from '../../components/password/new-password-fields.tsx'
import { useNewPassword } from '../../components/password/use-new-password.ts'
import { shanghaiTime } from '../../format/format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { CodeField, codeOf, useNeedsCode } from './code-field.tsx'
import classes from './sign-in.module.css'

interface SetUpFormProps {
  token: string
  link: SetUpLink
  counties: SignInOptions['counties']
  onSignedIn: (me: Me) => void
}

/** User name, where it is still to be chosen, and password; afterwards one is signed in. */
export function SetUpForm({ token, link, counties, onSignedIn }: SetUpFormProps) {
  const { t } = useTranslation('session')
  const { name } = useLanguage()
  const [username, setUsername] = useState(link.username ?? '')
  const county = counties.find(({ code }) => code === link.county)?.name ?? null
  const password = useNewPassword({ username, name: link.name, county })
  const setUp = useMutation({
    mutationFn: (body: SetUp) => apiSend<Me>('POST', '/auth/set-up', body),
    onSuccess: me => onSignedIn(me),
  })
  const refusal = useRefusal()
  const needsCode = useNeedsCode(setUp.error)
  const said = (pointer: string, code: string) => {
    const { error } = setUp
    const fault = faultAt(error, pointer)
    if (fault) return inLanguage(fault.message, name)
    return error instanceof ApiError && error.code === code ? refusal(error) : undefined
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const code = String(new FormData(event.currentTarget).get('code') ?? '').trim() || undefined
    if (password.check() && !setUp.isPending) {
      setUp.mutate({ token, username: username.trim(), password: password.password, code })
    }
  }
  const usernameFault = said('username', 'usernameTaken')
  const passwordFault = said('password', 'passwordRefused')
  return (
    <form className={form.form} onSubmit={submit}>
      <LinkFacts link={link} county={county?.[name]} />
      <Field
        label={t('setUp.username')}
        help={link.username === null ? t('setUp.usernameHelp') : undefined}
        fault={usernameFault}
      >
        {control => (
          <input
            {...control}
            name="username"
            value={username}
            onChange={event => setUsername(event.target.value)}
            readOnly={link.username !== null}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={30}
            required
          />
        )}
      </Field>
      <NewPasswordFields value={password} refusal={passwordFault} />
      {needsCode && <CodeField error={setUp.error} />}
      {!usernameFault && !passwordFault && codeOf(setUp.error) !== 'secondFactorWrong' && (
        <RefusalNote error={setUp.error} />
      )}
      <div className={form.actions}>
        <Button type="submit" look="primary" busy={setUp.isPending}>
          {t('setUp.submit')}
        </Button>
      </div>
    </form>
  )
}

/** Whose account it is going to be. */
function LinkFacts({ link, county }: { link: SetUpLink; county: string | undefined }) {
  const { t } = useTranslation(['session', 'common'])
  return (
    <dl className={classes.facts}>
      {link.name && (
        <>
          <dt>{t('setUp.for')}</dt>
          <dd>{link.name}</dd>
        </>
      )}
      <dt>{t('setUp.role')}</dt>
      <dd>{[t(`common:role.${link.role}`), county].filter(Boolean).join(' · ')}</dd>
      <dd className={classes.expires}>{t('setUp.expires', { time: shanghaiTime(link.expiresAt) })}</dd>
    </dl>
  )
}
