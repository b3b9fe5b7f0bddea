import { useTranslation } from 'react-i18next'
import { useSessionWords } from '../../i18n/use-session-words.ts'
import classes from './wall-ended.module.css'

/** All that is left on a screen whose link was revoked. */
export function WallEnded() {
  useSessionWords()
  const { t } = useTranslation('session')
  return (
    <main className={classes.page}>
      <h1>{t('wall.ended')}</h1>
      <p>{t('wall.endedHelp')}</p>
      <p>
        <a href="/">{t('wall.signIn')}</a>
      </p>
    </main>
  )
}
