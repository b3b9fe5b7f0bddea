import type { CreatedAccount } from '@lvliang/shared/accounts/account.schema'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { accountQueries, createAccount } from '../../api/account.queries.ts'
import { newId } from '../../api/new-id.ts'
import { Dialog } from '../../components/dialog/dialog.tsx'
import { Button } from '../../components/form/button.tsx'
import { Field } from '../../components/form/field.tsx'
import form from '../../components/form/form.module.css'
import { RefusalNote } from '../../components/form/refusal-note.tsx'
import { useCommand } from '../../components/form/use-command.ts'
import { type AccountDraft, cleanDraft, EMPTY_DRAFT } from './account-draft.ts'
import { AccountFields } from './account-fields.tsx'
import { OnceShown } from './once-shown.tsx'
import { useFieldFault } from './use-field-fault.ts'

interface NewAccountProps {
  counties: Plan['counties']
  onClose: () => void
}

/** Making an account; then its one-time link, shown this once. */
export function NewAccount({ counties, onClose }: NewAccountProps) {
  const { t } = useTranslation('accounts')
  const [made, setMade] = useState<CreatedAccount | null>(null)
  if (!made) {
    return (
      <Dialog key="form" side title={t('form.new')} onClose={onClose}>
        <NewAccountForm counties={counties} onMade={setMade} />
      </Dialog>
    )
  }
  return (
    <Dialog key="link" title={t('link.title', { name: made.account.name })} onClose={onClose}>
      <OnceShown
        link={made.setUpLink}
        says={t('link.newAccount')}
        words={{ url: t('link.label'), qr: t('link.qr'), once: t('link.once'), done: t('link.done') }}
        onDone={onClose}
      />
    </Dialog>
  )
}

function NewAccountForm({ counties, onMade }: { counties: Plan['counties']; onMade: (made: CreatedAccount) => void }) {
  const { t } = useTranslation('accounts')
  const queries = useQueryClient()
  // The same press once more is the same act.
  const [id] = useState(newId)
  const [username, setUsername] = useState('')
  const [draft, setDraft] = useState<AccountDraft>(EMPTY_DRAFT)
  const create = useCommand(createAccount, made => {
    onMade(made)
    return queries.invalidateQueries({ queryKey: accountQueries.all })
  })
  const usernameFault = useFieldFault(create.error)('username')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!create.isPending) create.mutate({ id, username: username.trim(), ...cleanDraft(draft) })
  }
  return (
    <form className={form.form} onSubmit={submit}>
      <AccountFields
        draft={draft}
        counties={counties}
        error={create.error}
        onChange={patch => setDraft({ ...draft, ...patch })}
      />
      <Field label={t('form.username')} help={t('form.usernameHelp')} fault={usernameFault}>
        {control => (
          <input
            {...control}
            value={username}
            onChange={event => setUsername(event.target.value)}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={30}
            required
          />
        )}
      </Field>
      {!usernameFault && <RefusalNote error={create.error} />}
      <div className={form.actions}>
        <Button type="submit" look="primary" busy={create.isPending}>
          {t('form.create')}
        </Button>
      </div>
    </form>
  )
}
