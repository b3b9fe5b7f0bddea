import type { Me } from '@lvliang/shared/accounts/account.schema'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError, apiSend } from '../api/client.ts'
import { RefusalNote } from '../components/form/refusal-note.tsx'
import { countyName } from '../format/county-name.ts'
import { useLanguage } from '../i18n/use-language.ts'
import { useSessionWords } from '../i18n/use-session-words.ts'
import classes from './account-panel.module.css'
import { useMay } from './use-me.ts'
import { ViewAsForm } from './view-as-form.tsx'

async function signOut(): Promise<void> {
  try {
    await apiSend('POST', '/auth/sign-out', undefined, { inSession: false })
  } catch (error) {
    if (!(error instanceof ApiError && error.code === 'signInRequired')) throw error
  }
}

interface AccountPanelProps {
  me: Me
  plan: Plan | undefined
  switches: ReactNode
  onDone: () => void
}

/** What concerns the one who is signed in alone. */
export function AccountPanel({ me, plan, switches, onDone }: AccountPanelProps) {
  useSessionWords()
  const { t } = useTranslation(['session', 'common'])
  const { name } = useLanguage()
  const mayViewAs = useMay('viewAsCounty')
  // Loaded anew, nothing that was read in this session is left in the page.
  const leaving = useMutation({ mutationFn: signOut, onSuccess: () => location.assign('/') })
  const county = me.county && plan ? countyName(plan.counties, me.county, name) : null
  return (
    <div className={classes.panel}>
      <div className={classes.who}>
        <p className={classes.name}>{me.name}</p>
        <p className={classes.role}>{[t(`common:role.${me.role}`), county, me.username].filter(Boolean).join(' · ')}</p>
      </div>
      <Link to="/account" className={classes.item} onClick={onDone}>
        {t('account.own')}
      </Link>
      {plan && mayViewAs && me.viewingAs === null && <ViewAsForm counties={plan.counties} onDone={onDone} />}
      <div className={classes.switches}>{switches}</div>
      <button type="button" className={classes.item} onClick={() => leaving.mutate()}>
        {leaving.isPending || leaving.isSuccess ? t('account.signingOut') : t('account.signOut')}
      </button>
      <RefusalNote error={leaving.error} />
    </div>
  )
}
