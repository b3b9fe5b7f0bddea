import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { planQueries } from '../../api/plan.queries.ts'
import { Button } from '../../components/form/button.tsx'
import { LoadError } from '../../components/load-error.tsx'
import { usePageTitle } from '../../components/use-page-title.ts'
import { useRoomBelow } from '../../components/use-room-below.ts'
import type { AccountsSearch } from '../../filters/admin-search.ts'
import { AccountList } from './account-list.tsx'
import classes from './accounts.module.css'
import { useAccountsWords } from './accounts-words.ts'
import { NewAccount } from './new-account.tsx'
import { WallLinks } from './wall-links.tsx'

const MIN_HEIGHT = 480

/** Which of the two is shown stands in the address: the list where it says nothing. */
const EXACTLY = { explicitUndefined: true } as const

function Sections() {
  const { t } = useTranslation('accounts')
  return (
    <nav className={classes.sections} aria-label={t('sections.label')}>
      <Link to="/accounts" search={{ view: undefined }} activeOptions={EXACTLY}>
        {t('sections.accounts')}
      </Link>
      <Link to="/accounts" search={{ view: 'wall' }} activeOptions={EXACTLY}>
        {t('sections.wall')}
      </Link>
    </nav>
  )
}

/** Who may come in: accounts, and the links of wall screens. */
export function AccountsPage() {
  useAccountsWords()
  const { t } = useTranslation(['accounts', 'common'])
  const search = useSearch({ from: '/accounts' })
  const navigate = useNavigate({ from: '/accounts' })
  const plan = useQuery(planQueries.current())
  const [isMaking, setMaking] = useState(false)
  const { ref, room } = useRoomBelow<HTMLDivElement>(MIN_HEIGHT)
  usePageTitle(t('title'), plan.data)
  const change = (patch: Partial<AccountsSearch>) =>
    void navigate({ search: previous => ({ ...previous, ...patch }), replace: true, resetScroll: false })
  return (
    <div ref={ref} className={classes.page} style={{ height: search.view ? undefined : room }}>
      <div className={classes.head}>
        <h1 className={classes.title}>{t('title')}</h1>
        <Sections />
        {!search.view && (
          <Button look="primary" className={classes.new} disabled={!plan.data} onClick={() => setMaking(true)}>
            {t('form.new')}
          </Button>
        )}
      </div>
      {plan.error && <LoadError error={plan.error} onRetry={() => void plan.refetch()} />}
      {search.view && <WallLinks />}
      {!search.view && plan.data && <AccountList counties={plan.data.counties} search={search} onSearch={change} />}
      {isMaking && plan.data && <NewAccount counties={plan.data.counties} onClose={() => setMaking(false)} />}
    </div>
  )
}
