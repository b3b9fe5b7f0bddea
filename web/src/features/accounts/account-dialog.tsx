import type { Account, MadeLink } from '@lvliang/shared/accounts/account.schema'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../components/dialog/dialog.tsx'
import form from '../../components/form/form.module.css'
import { countyName } from '../../format/county-name.ts'
import { shanghaiTime } from '../../format/format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { AccountActions } from './account-actions.tsx'
import { AccountState } from './account-state.tsx'
import classes from './accounts.module.css'
import { EditAccount } from './edit-account.tsx'
import { OnceShown } from './once-shown.tsx'

interface AccountDialogProps {
  account: Account
  isOwn: boolean
  counties: Plan['counties']
  onChanged: (account: Account) => void
  onEnabled: (account: Account, isEnabled: boolean) => void
  onClose: () => void
}

function AccountFacts({ account }: { account: Account }) {
  const { t } = useTranslation('accounts')
  return (
    <dl className={classes.facts}>
      <dt>{t('table.username')}</dt>
      <dd>{account.username}</dd>
      <dt>{t('table.state')}</dt>
      <dd>
        <AccountState state={account.state} />
      </dd>
      <dt>{t('facts.created')}</dt>
      <dd>{shanghaiTime(account.createdAt)}</dd>
      <dt>{t('facts.lastSignIn')}</dt>
      <dd>{account.lastSignInAt ? shanghaiTime(account.lastSignInAt) : t('table.never')}</dd>
    </dl>
  )
}

/** One's own account is shown, and why it is not changed here. */
function OwnAccount({ account, counties }: { account: Account; counties: Plan['counties'] }) {
  const { t } = useTranslation(['accounts', 'common'])
  const { name } = useLanguage()
  return (
    <>
      <dl className={classes.facts}>
        <dt>{t('form.role')}</dt>
        <dd>{t(`common:role.${account.role}`)}</dd>
        {account.county && (
          <>
            <dt>{t('form.county')}</dt>
            <dd>{countyName(counties, account.county, name)}</dd>
          </>
        )}
      </dl>
      <p className={form.note}>{t('own')}</p>
      <p>
        <Link to="/account">{t('ownLink')}</Link>
      </p>
    </>
  )
}

/** One account beside the list: what it is, what may be changed, and what else may be done with it. */
export function AccountDialog({ account, isOwn, counties, onChanged, onEnabled, onClose }: AccountDialogProps) {
  const { t } = useTranslation('accounts')
  const [link, setLink] = useState<MadeLink | null>(null)
  /** How often somebody else was found to have changed it: the form then begins anew with what there is. */
  const [surprises, setSurprises] = useState(0)
  const surprised = (current: Account) => {
    onChanged(current)
    setSurprises(surprises + 1)
  }
  if (link) {
    return (
      <Dialog key="link" title={t('link.title', { name: account.name })} onClose={onClose}>
        <OnceShown
          link={link}
          says={account.state === 'invited' ? undefined : t('link.reset')}
          words={{ url: t('link.label'), qr: t('link.qr'), once: t('link.once'), done: t('link.done') }}
          onDone={onClose}
        />
      </Dialog>
    )
  }
  return (
    <Dialog key="account" side title={account.name} onClose={onClose}>
      <AccountFacts account={account} />
      {isOwn ? (
        <OwnAccount account={account} counties={counties} />
      ) : (
        <>
          <EditAccount key={surprises} account={account} counties={counties} onChanged={onChanged} />
          <AccountActions
            account={account}
            onChanged={onChanged}
            onSurprise={surprised}
            onEnabled={onEnabled}
            onLink={setLink}
          />
        </>
      )}
    </Dialog>
  )
}
