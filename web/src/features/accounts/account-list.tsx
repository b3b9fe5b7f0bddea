import type { Account } from '@lvliang/shared/accounts/account.schema'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { accountQueries, changeAccount } from '../../api/account.queries.ts'
import { Button } from '../../components/form/button.tsx'
import { RefusalNote } from '../../components/form/refusal-note.tsx'
import { useCommand } from '../../components/form/use-command.ts'
import { LoadError } from '../../components/load-error.tsx'
import type { AccountsSearch } from '../../filters/admin-search.ts'
import { useMe } from '../../session/use-me.ts'
import { AccountDialog } from './account-dialog.tsx'
import { AccountFilters } from './account-filters.tsx'
import { AccountTable } from './account-table.tsx'
import classes from './accounts.module.css'
import { useAccountCache } from './use-account-cache.ts'

interface AccountListProps {
  counties: Plan['counties']
  search: AccountsSearch
  onSearch: (patch: Partial<AccountsSearch>) => void
}

const NONE = { q: undefined, role: undefined, county: undefined, state: undefined }

function useAccounts({ q, role, county, state }: AccountsSearch) {
  const list = useInfiniteQuery(accountQueries.list({ q, role, county, state }))
  const accounts = useMemo(() => list.data?.pages.flatMap(page => page.items) ?? [], [list.data])
  const { fetchNextPage, hasNextPage, isFetching } = list
  const more = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage()
  }, [hasNextPage, isFetching, fetchNextPage])
  return { list, accounts, total: list.data?.pages[0]?.total, more }
}

interface Enabled {
  account: Account
  isEnabled: boolean
}

/** Says that an account was disabled or enabled, and takes it back on request. */
function EnabledNotice({
  said,
  onUndone,
  onClose,
}: {
  said: Enabled
  onUndone: (_: Enabled) => void
  onClose: () => void
}) {
  const { t } = useTranslation('accounts')
  const undo = useCommand(
    () => changeAccount(said.account, { disabled: said.isEnabled }),
    account => onUndone({ account, isEnabled: !said.isEnabled }),
  )
  return (
    <div className={classes.notice}>
      <span role="status">
        {t(said.isEnabled ? 'actions.enabled' : 'actions.disabled', { name: said.account.name })}
      </span>
      <Button look="link" busy={undo.isPending} onClick={() => undo.mutate(undefined)}>
        {t('actions.undo')}
      </Button>
      <Button look="link" aria-label={t('actions.dismiss')} onClick={onClose}>
        <span aria-hidden="true">✕</span>
      </Button>
      <RefusalNote error={undo.error} />
    </div>
  )
}

export function AccountList({ counties, search, onSearch }: AccountListProps) {
  const { t } = useTranslation(['accounts', 'common'])
  const me = useMe()
  const { list, accounts, total, more } = useAccounts(search)
  const replace = useAccountCache()
  const [opened, setOpened] = useState<Account | null>(null)
  const [said, setSaid] = useState<Enabled | null>(null)
  const isFiltered = Object.keys(NONE).some(name => search[name as keyof typeof NONE] !== undefined)
  const changed = (account: Account) => {
    setOpened(account)
    void replace(account)
  }
  const enabled = (now: Enabled) => {
    setOpened(null)
    setSaid(now)
    void replace(now.account)
  }
  return (
    <>
      <div className={classes.bar}>
        <AccountFilters counties={counties} search={search} onSearch={onSearch} />
        <p className={classes.count} role="status">
          {total !== undefined && t(isFiltered ? 'filter.filtered' : 'filter.count', { n: total.toLocaleString('en') })}
        </p>
        {isFiltered && (
          <Button look="link" onClick={() => onSearch(NONE)}>
            {t('filter.clear')}
          </Button>
        )}
      </div>
      {said && (
        <EnabledNotice key={said.account.version} said={said} onUndone={enabled} onClose={() => setSaid(null)} />
      )}
      {list.error ? (
        <LoadError error={list.error} onRetry={() => void list.refetch()} />
      ) : total === undefined ? (
        <p className={classes.state}>{t('common:loading')}</p>
      ) : accounts.length === 0 ? (
        <p className={classes.state}>{t('table.empty')}</p>
      ) : (
        <AccountTable
          accounts={accounts}
          total={total}
          counties={counties}
          ownId={me.id}
          onOpen={setOpened}
          onNearEnd={more}
        />
      )}
      {opened && (
        <AccountDialog
          account={opened}
          isOwn={opened.id === me.id}
          counties={counties}
          onChanged={changed}
          onEnabled={(account, isEnabled) => enabled({ account, isEnabled })}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  )
}
