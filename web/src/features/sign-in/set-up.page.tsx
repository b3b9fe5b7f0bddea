import type { Me, SetUpLink, SignInOptions } from '@lvliang/shared/accounts/account.schema'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ApiError, apiSend } from '../../api/client.ts'
import { LoadError } from '../../components/load-error.tsx'
import { useSessionWords } from '../../i18n/use-session-words.ts'
import { SetUpForm } from './set-up-form.tsx'
import classes from './sign-in.module.css'
import { useFragmentToken } from './use-fragment-token.ts'

interface SetUpPageProps {
  options: SignInOptions | undefined
  onSignedIn: (me: Me) => void
}

/** Where a one-time link leads: an account gets its password. */
export function SetUpPage({ options, onSignedIn }: SetUpPageProps) {
  useSessionWords()
  const { t } = useTranslation('session')
  const token = useFragmentToken()
  return (
    <div className={classes.page}>
      <section aria-labelledby="set-up">
        <h1 id="set-up" className={classes.title}>
          {t('setUp.title')}
        </h1>
        {token ? (
          <SetUpByLink key={token} token={token} options={options} onSignedIn={onSignedIn} />
        ) : (
          <Refused title={t('setUp.missing')} help={t('setUp.missingHelp')} />
        )}
      </section>
    </div>
  )
}

/** Sent in the body, as every secret is: never in an address. */
const describeLink = (token: string) => apiSend<SetUpLink>('POST', '/auth/set-up-link', { token })

function SetUpByLink({ token, options, onSignedIn }: SetUpPageProps & { token: string }) {
  const { t } = useTranslation(['session', 'common'])
  const link = useQuery({
    queryKey: ['set-up-link', token],
    queryFn: () => describeLink(token),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  const { error } = link
  if (error instanceof ApiError && (error.code === 'linkInvalid' || error.status === 400)) {
    return <Refused title={t('setUp.invalid')} help={t('setUp.invalidHelp')} />
  }
  if (error) return <LoadError error={error} onRetry={() => void link.refetch()} />
  if (!link.data || !options) return <p role="status">{t('setUp.reading')}</p>
  return <SetUpForm token={token} link={link.data} counties={options.counties} onSignedIn={onSignedIn} />
}

function Refused({ title, help }: { title: string; help: string }) {
  const { t } = useTranslation('session')
  return (
    <div role="alert">
      <p>{title}</p>
      <p className={classes.help}>{help}</p>
      <p className={classes.help}>
        <a href="/sign-in">{t('setUp.toSignIn')}</a>
      </p>
    </div>
  )
}
