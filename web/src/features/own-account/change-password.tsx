import type { Me } from '@lvliang/shared/accounts/account.schema'
import { LONGEST_PASSWORD, type PasswordOwner, passwordFaults } from '@lvliang/shared/accounts/password-rules'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../api/client.ts'
import { changePassword, sessionQueries } from '../../api/own-account.queries.ts'
import { Button } from '../../components/form/button.tsx'
import { Field } from '../../components/form/field.tsx'
import form from '../../components/form/form.module.css'
import { PasswordRules } from '../../components/form/password-rules.tsx'
import { RefusalNote } from '../../components/form/refusal-note.tsx'
import { useCommand } from '../../components/form/use-command.ts'
import { useRefusal } from '../../components/form/use-refusal.ts'
import { Section } from './section.tsx'

const EMPTY = { current: '', next: '', again: '' }
const FIELDS = ['current', 'next', 'again'] as const
type FieldId = (typeof FIELDS)[number]
const COMPLETE = { current: 'current-password', next: 'new-password', again: 'new-password' } as const
/** Refusals that are shown at the field they are about. */
const PLACES: Readonly<Record<string, FieldId>> = { passwordWrong: 'current', passwordRefused: 'next' }

interface ChangePasswordProps {
  me: Me
  counties: Plan['counties']
}

function ownerOf(me: Me, counties: Plan['counties']): PasswordOwner {
  const county = counties.find(({ code }) => code === me.county)?.name ?? null
  return { username: me.username ?? '', name: me.name, county }
}

function usePasswordForm(owner: PasswordOwner) {
  const queries = useQueryClient()
  const [typed, setTyped] = useState(EMPTY)
  const [pressed, setPressed] = useState(false)
  const element = useRef<HTMLFormElement>(null)
  const change = useCommand(changePassword, () => {
    setTyped(EMPTY)
    setPressed(false)
    return queries.invalidateQueries({ queryKey: sessionQueries.all })
  })
  const faulty: FieldId | undefined = passwordFaults(typed.next, owner).length
    ? 'next'
    : typed.again !== typed.next
      ? 'again'
      : undefined
  const type = (field: FieldId, value: string) => {
    setTyped({ ...typed, [field]: value })
    if (change.isError || change.isSuccess) change.reset()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setPressed(true)
    if (faulty) (element.current?.elements.namedItem(faulty) as HTMLElement | null)?.focus()
    else if (!change.isPending) change.mutate({ currentPassword: typed.current, newPassword: typed.next })
  }
  return { element, typed, type, submit, change, pressed }
}

/** Changing one's own password: what it needs is said while it is typed, what the server refuses at its field. */
export function ChangePassword({ me, counties }: ChangePasswordProps) {
  const { t } = useTranslation('ownAccount')
  const says = useRefusal()
  const owner = ownerOf(me, counties)
  const { element, typed, type, submit, change, pressed } = usePasswordForm(owner)
  const { error } = change
  const place = error instanceof ApiError ? PLACES[error.code] : undefined
  const faultOf = (field: FieldId) => {
    if (error && place === field) return says(error)
    const differs = typed.again !== typed.next && (pressed || typed.again.length >= typed.next.length)
    return field === 'again' && typed.again !== '' && differs ? t('password.different') : undefined
  }
  return (
    <Section title={t('password.title')} help={t('password.help')}>
      <form ref={element} className={form.form} onSubmit={submit}>
        <input type="text" autoComplete="username" value={owner.username} readOnly hidden />
        {FIELDS.map(field => (
          <Field
            key={field}
            label={t(`password.${field}`)}
            fault={faultOf(field)}
            help={field === 'next' && <PasswordRules password={typed.next} owner={owner} error={error} />}
          >
            {control => (
              <input
                {...control}
                name={field}
                type="password"
                autoComplete={COMPLETE[field]}
                value={typed[field]}
                onChange={event => type(field, event.target.value)}
                maxLength={LONGEST_PASSWORD}
                required
              />
            )}
          </Field>
        ))}
        {place === undefined && <RefusalNote error={error} />}
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
