import type { Me } from '@lvliang/shared/accounts/account.schema'
import type { PasswordOwner } from '@lvliang/shared/accounts/password-rules'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../api/client.ts'
import { changePassword, sessionQueries } from '../../api/own-account.queries.ts'
import { Button } from '../../components/form/button.tsx'
import { Field } from '../../components/form/field.tsx'
import form from '../../components/form/form.module.css'
import { RefusalNote } from '../../components/form/refusal-note.tsx'
import { useCommand } from '../../components/form/use-command.ts'
import { inLanguage, useRefusal } from '../../components/form/use-refusal.ts'
import { NewPasswordFields } from '../../components/password/new-password-fields.tsx'
import { PasswordInput } from '../../components/password/password-input.tsx'
import { useNewPassword } from '../../components/password/use-new-password.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { Section } from './section.tsx'

interface ChangePasswordProps {
  me: Me
  counties: Plan['counties']
}

function ownerOf(me: Me, counties: Plan['counties']): PasswordOwner {
  const county = counties.find(({ code }) => code === me.county)?.name ?? null
  return { username: me.username ?? '', name: me.name, county }
}

/** What the server finds wrong with a new password, in full; undefined: its refusal is about something else. */
function usePasswordRefusal(error: Error | null): string | undefined {
  const { name } = useLanguage()
  const says = useRefusal()
  if (!(error instanceof ApiError) || error.code !== 'passwordRefused') return undefined
  return error.errors.map(({ message }) => inLanguage(message, name)).join(' ') || says(error)
}

/** Changing one's own password: what it needs is said while it is typed, what the server refuses at its field. */
export function ChangePassword({ me, counties }: ChangePasswordProps) {
  const { t } = useTranslation('ownAccount')
  const says = useRefusal()
  const queries = useQueryClient()
  const owner = ownerOf(me, counties)
  const [current, setCurrent] = useState('')
  const next = useNewPassword(owner)
  const element = useRef<HTMLFormElement>(null)
  const change = useCommand(changePassword, () => {
    setCurrent('')
    next.clear()
    return queries.invalidateQueries({ queryKey: sessionQueries.all })
  })
  const { error } = change
  const isCurrentWrong = error instanceof ApiError && error.code === 'passwordWrong'
  const refusal = usePasswordRefusal(error)
  const wrong = isCurrentWrong ? 'current-password' : refusal ? 'new-password' : null

  // The hand goes on where something is wrong.
  useEffect(() => {
    const input = wrong && element.current?.elements.namedItem(wrong)
    if (input instanceof HTMLInputElement) input.select()
  }, [wrong])

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (next.check() && !change.isPending) change.mutate({ currentPassword: current, newPassword: next.password })
  }
  return (
    <Section title={t('password.title')} help={t('password.help')}>
      <form ref={element} className={form.form} onSubmit={submit}>
        <input type="text" autoComplete="username" value={owner.username} readOnly hidden />
        <Field label={t('password.current')} fault={isCurrentWrong ? says(error) : undefined}>
          {control => (
            <PasswordInput
              {...control}
              name="current-password"
              autoComplete="current-password"
              value={current}
              onChange={event => setCurrent(event.target.value)}
              required
            />
          )}
        </Field>
        <NewPasswordFields value={next} refusal={refusal} />
        {wrong === null && <RefusalNote error={error} />}
        <div className={form.actions}>
          <Button type="submit" look="primary" busy={change.isPending}>
            {t('password.save')}
          </Button>
          <span role="status">{change.isSuccess && t('password.saved')}</span>
        </div>
      </form>
    </Section>
  )
}
