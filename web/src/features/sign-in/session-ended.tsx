import type { Me } from '@lvliang/shared/accounts/account.schema'
import type { Role } from '@lvliang/shared/accounts/role'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../components/dialog/dialog.tsx'
import { Button } from '../../components/form/button.tsx'
import { RefusalNote } from '../../components/form/refusal-note.tsx'
import { useSessionWords } from '../../i18n/use-session-words.ts'
import { meQueries } from '../../session/me.queries.ts'
import classes from './sign-in.module.css'
import { SignInForm } from './sign-in-form.tsx'
import { useDemonstrationSignIn } from './use-sign-in.ts'

interface SessionEndedProps {
  /** Whose page it is. */
  me: Me
  onSignedIn: (me: Me) => void
  onLater: () => void
}

/** Over the page, which stays as it is: signing in once more. */
export function SessionEnded({ me, onSignedIn, onLater }: SessionEndedProps) {
  useSessionWords()
  const { t } = useTranslation('session')
  const { data: options } = useQuery(meQueries.signInOptions())
  return (
    <Dialog title={t('ended.title')} onClose={onLater}>
      <p className={classes.about}>{t('ended.intro')}</p>
      {options?.oneClick && <AsBefore me={me} onSignedIn={onSignedIn} />}
      <SignInForm username={me.username} mayStay={me.role === 'leader'} onSignedIn={onSignedIn} />
      <Button look="link" className={classes.later} onClick={onLater}>
        {t('ended.later')}
      </Button>
    </Dialog>
  )
}

/** The demonstration needs no password: the same role once more. */
function AsBefore({ me, onSignedIn }: Pick<SessionEndedProps, 'me' | 'onSignedIn'>) {
  const { t } = useTranslation(['session', 'common'])
  const signIn = useDemonstrationSignIn(onSignedIn)
  const enter = () => signIn.mutate({ role: me.role as Role, county: me.county ?? undefined })
  return (
    <div className={classes.asBefore}>
      <Button look="primary" busy={signIn.isPending} onClick={enter}>
        {t('ended.asBefore', { role: t(`common:role.${me.role}`) })}
      </Button>
      <RefusalNote error={signIn.error} />
    </div>
  )
}

const reload = () => location.reload()

/** The page was another's: it goes, after saying so. */
export function AccountChanged({ me }: { me: Me }) {
  useSessionWords()
  const { t } = useTranslation('session')
  return (
    <Dialog title={t('ended.other', { name: me.name ?? me.username ?? '' })} onClose={reload}>
      <p className={classes.about}>{t('ended.otherIntro')}</p>
      <Button look="primary" onClick={reload}>
        {t('ended.reload')}
      </Button>
    </Dialog>
  )
}
