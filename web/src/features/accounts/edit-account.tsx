import type { Account } from '@lvliang/shared/accounts/account.schema'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { changeAccount } from '../../api/account.queries.ts'
import { ApiError } from '../../api/client.ts'
import { Button } from '../../components/form/button.tsx'
import form from '../../components/form/form.module.css'
import { RefusalNote } from '../../components/form/refusal-note.tsx'
import { useCommand } from '../../components/form/use-command.ts'
import { type AccountDraft, changesOf, draftOf } from './account-draft.ts'
import { AccountFields } from './account-fields.tsx'
import { StaleChoice } from './stale-choice.tsx'

interface EditAccountProps {
  account: Account
  counties: Plan['counties']
  onChanged: (account: Account) => void
}

const theirsIn = (error: Error | null) =>
  error instanceof ApiError && error.code === 'versionStale' ? (error.current as Account) : null

/** Name and rights of an account; where somebody was quicker, theirs beside mine. */
export function EditAccount({ account, counties, onChanged }: EditAccountProps) {
  const { t } = useTranslation('accounts')
  const [draft, setDraft] = useState<AccountDraft>(() => draftOf(account))
  const save = useCommand(
    (from: Account) => changeAccount(from, changesOf(from, draft) ?? {}),
    changed => {
      setDraft(draftOf(changed))
      onChanged(changed)
    },
  )
  const theirs = theirsIn(save.error)
  const change = changesOf(account, draft)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (change && !save.isPending) save.mutate(account)
  }
  const keepTheirs = (current: Account) => {
    save.reset()
    setDraft(draftOf(current))
    onChanged(current)
  }
  const changesRights = change !== null && Object.keys(change).some(field => field !== 'name')
  return (
    <form className={form.form} onSubmit={submit}>
      <AccountFields
        draft={draft}
        counties={counties}
        error={save.error}
        onChange={patch => {
          setDraft({ ...draft, ...patch })
          if (save.isSuccess) save.reset()
        }}
      />
      {changesRights && <p className={form.note}>{t('form.endsSessions')}</p>}
      {theirs ? (
        <StaleChoice
          theirs={theirs}
          mine={draft}
          counties={counties}
          onTheirs={() => keepTheirs(theirs)}
          onMine={() => save.mutate(theirs)}
        />
      ) : (
        <>
          <RefusalNote error={save.error} />
          <div className={form.actions}>
            <Button type="submit" look="primary" disabled={change === null} busy={save.isPending}>
              {t('form.save')}
            </Button>
            <span role="status">{save.isSuccess && change === null && t('form.saved')}</span>
          </div>
        </>
      )}
    </form>
  )
}
