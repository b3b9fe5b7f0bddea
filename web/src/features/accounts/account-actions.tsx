import type { Account, MadeLink } from '@lvliang/shared/accounts/account.schema'
import { useTranslation } from 'react-i18next'
import { changeAccount, makeSetUpLink, resetSecondFactor } from '../../api/account.queries.ts'
import { ApiError } from '../../api/client.ts'
import { Button } from '../../components/form/button.tsx'
import form from '../../components/form/form.module.css'
import { RefusalNote } from '../../components/form/refusal-note.tsx'
import { useCommand } from '../../components/form/use-command.ts'
import classes from './accounts.module.css'
import { AskFirst } from './ask-first.tsx'

interface AccountActionsProps {
  account: Account
  onChanged: (account: Account) => void
  /** Somebody else had changed it: what it is now. */
  onSurprise: (current: Account) => void
  onEnabled: (account: Account, isEnabled: boolean) => void
  onLink: (link: MadeLink) => void
}

type PartProps = Pick<AccountActionsProps, 'account'>

function NewLink({ account, onLink }: PartProps & Pick<AccountActionsProps, 'onLink'>) {
  const { t } = useTranslation('accounts')
  const make = useCommand(() => makeSetUpLink(account.id), onLink)
  if (account.state === 'disabled') return <p className={form.help}>{t('actions.disabledLink')}</p>
  return (
    <AskFirst
      label={t('actions.newLink')}
      help={t(`actions.newLinkHelp.${account.state}`)}
      question={t('actions.linkAsk', { name: account.name })}
      command={{ ...make, mutate: () => make.mutate(undefined) }}
    />
  )
}

function ResetSecondFactor({ account, onChanged }: PartProps & Pick<AccountActionsProps, 'onChanged'>) {
  const { t } = useTranslation('accounts')
  const reset = useCommand(
    () => resetSecondFactor(account.id),
    () => onChanged({ ...account, secondFactor: false }),
  )
  if (reset.isSuccess) return <p role="status">{t('actions.resetDone', { name: account.name })}</p>
  if (!account.secondFactor) return null
  return (
    <AskFirst
      label={t('actions.reset')}
      help={t('actions.resetHelp')}
      question={t('actions.resetAsk', { name: account.name })}
      danger
      command={{ ...reset, mutate: () => reset.mutate(undefined) }}
    />
  )
}

async function setDisabled(account: Account, disabled: boolean, onSurprise: (current: Account) => void) {
  try {
    return await changeAccount(account, { disabled })
  } catch (error) {
    if (error instanceof ApiError && error.code === 'versionStale') onSurprise(error.current as Account)
    throw error
  }
}

function Disable({
  account,
  onSurprise,
  onEnabled,
}: PartProps & Pick<AccountActionsProps, 'onSurprise' | 'onEnabled'>) {
  const { t } = useTranslation('accounts')
  const isDisabled = account.state === 'disabled'
  const change = useCommand(
    (disabled: boolean) => setDisabled(account, disabled, onSurprise),
    (changed, disabled) => onEnabled(changed, !disabled),
  )
  if (isDisabled) {
    return (
      <div className={classes.action}>
        <Button busy={change.isPending} onClick={() => change.mutate(false)}>
          {t('actions.enable')}
        </Button>
        <RefusalNote error={change.error} />
      </div>
    )
  }
  return (
    <AskFirst
      label={t('actions.disable')}
      help={t('actions.disableHelp')}
      question={t('actions.disableAsk', { name: account.name })}
      danger
      command={{ ...change, mutate: () => change.mutate(true) }}
    />
  )
}

export function AccountActions({ account, onChanged, onSurprise, onEnabled, onLink }: AccountActionsProps) {
  const { t } = useTranslation('accounts')
  return (
    <div className={classes.actions}>
      <h3 className={form.label}>{t('actions.title')}</h3>
      <NewLink account={account} onLink={onLink} />
      <ResetSecondFactor account={account} onChanged={onChanged} />
      <Disable account={account} onSurprise={onSurprise} onEnabled={onEnabled} />
    </div>
  )
}
