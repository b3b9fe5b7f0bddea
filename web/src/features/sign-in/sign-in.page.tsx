import type { Me, SignInOptions } from '@lvliang/shared/accounts/account.schema'
import { useTranslation } from 'react-i18next'
import { classNames } from '../../components/class-names.ts'
import { useSessionWords } from '../../i18n/use-session-words.ts'
import { OneClickRoles } from './one-click-roles.tsx'
import classes from './sign-in.module.css'
import { SignInForm } from './sign-in-form.tsx'

interface SignInPageProps {
  options: SignInOptions | undefined
  onSignedIn: (me: Me) => void
}

/** The way in; in the demonstration its roles stand beside it. */
export function SignInPage({ options, onSignedIn }: SignInPageProps) {
  useSessionWords()
  const { t } = useTranslation('session')
  return (
    <div className={classNames(classes.page, options?.oneClick && classes.withRoles)}>
      <section className={classes.signIn} aria-labelledby="sign-in">
        <h1 id="sign-in" className={classes.title}>
          {t('signIn.title')}
        </h1>
        <SignInForm onSignedIn={onSignedIn} />
        <p className={classes.help}>{t('signIn.help')}</p>
      </section>
      {options?.oneClick && <OneClickRoles counties={options.counties} onSignedIn={onSignedIn} />}
    </div>
  )
}
