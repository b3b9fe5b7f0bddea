import type { Me } from '@lvliang/shared/accounts/account.schema'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useSessionWords } from '../i18n/use-session-words.ts'
import { homeOf } from '../session/home-of.ts'
import classes from './error-page.module.css'

/** In place of a page its role does not open. */
export function ForbiddenPage({ me }: { me: Me }) {
  useSessionWords()
  const { t } = useTranslation(['session', 'common'])
  const who = [me.name, t(`common:role.${me.role}`)].filter(Boolean).join(' · ')
  return (
    <div className={classes.page}>
      <h1>{t('forbidden.title')}</h1>
      <p>{t('forbidden.help', { who })}</p>
      <p>
        <Link {...homeOf(me)}>{t('forbidden.home')}</Link>
      </p>
    </div>
  )
}
