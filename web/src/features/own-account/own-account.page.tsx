import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { planQueries } from '../../api/plan.queries.ts'
import form from '../../components/form/form.module.css'
import { LoadError } from '../../components/load-error.tsx'
import { usePageTitle } from '../../components/use-page-title.ts'
import { useMe } from '../../session/use-me.ts'
import { ChangePassword } from './change-password.tsx'
import classes from './own-account.module.css'
import { useOwnAccountWords } from './own-account-words.ts'
import { SecondFactor } from './second-factor.tsx'
import { Sessions } from './sessions.tsx'
import { Rights, WhoIAm } from './who-i-am.tsx'

/** Who one is here, and the keys to it: password, second factor, devices. */
export function OwnAccountPage() {
  useOwnAccountWords()
  const { t } = useTranslation(['ownAccount', 'common'])
  const me = useMe()
  const plan = useQuery(planQueries.current())
  usePageTitle(t('title'), plan.data)
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <h1 className={classes.title}>{t('title')}</h1>
        <p className={classes.name}>{me.name}</p>
      </div>
      {plan.error && <LoadError error={plan.error} onRetry={() => void plan.refetch()} />}
      {plan.data && (
        <>
          <div className={classes.who}>
            <WhoIAm me={me} counties={plan.data.counties} />
            <Rights me={me} />
          </div>
          <div className={classes.what}>
            {me.hasPassword ? (
              <>
                <ChangePassword me={me} counties={plan.data.counties} />
                <SecondFactor me={me} demonstration={plan.data.demonstration} />
              </>
            ) : (
              <p className={form.note}>{t('oneClick')}</p>
            )}
            <Sessions />
          </div>
        </>
      )}
    </div>
  )
}
