import type { Me } from '@lvliang/shared/accounts/account.schema'
import { ROLES_WITH_SECOND_FACTOR } from '@lvliang/shared/accounts/role'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { removeSecondFactor } from '../../api/own-account.queries.ts'
import { Button } from '../../components/form/button.tsx'
import { useCommand } from '../../components/form/use-command.ts'
import { meQueries } from '../../session/me.queries.ts'
import { StatusMark } from '../../status/status-mark.tsx'
import classes from './own-account.module.css'
import { PasswordProof } from './password-proof.tsx'
import { SecondFactorSetUp } from './second-factor-set-up.tsx'
import { Section } from './section.tsx'

interface SecondFactorProps {
  me: Me
  /** In the demonstration no role is pressed. */
  demonstration: boolean
}

export function SecondFactor({ me, demonstration }: SecondFactorProps) {
  const { t } = useTranslation('ownAccount')
  const [doing, setDoing] = useState<'setUp' | 'remove' | null>(null)
  const [said, setSaid] = useState<'done' | 'removed' | null>(null)
  const queries = useQueryClient()
  const finish = async (what: 'done' | 'removed') => {
    await queries.invalidateQueries({ queryKey: meQueries.current().queryKey })
    setDoing(null)
    setSaid(what)
  }
  const remove = useCommand(removeSecondFactor, () => finish('removed'))
  const { enabled } = me.secondFactor
  const mustStay = !demonstration && ROLES_WITH_SECOND_FACTOR.some(role => role === me.role)
  const username = me.username ?? ''
  const open = (what: typeof doing) => {
    setSaid(null)
    setDoing(what)
  }
  return (
    <Section title={t('secondFactor.title')} help={t('secondFactor.help')}>
      <p className={classes.standing}>
        <span className={enabled ? 'status-green' : 'status-plain'}>
          <StatusMark shape={enabled ? 'green' : 'plain'} fill="solid" />{' '}
          {t(enabled ? 'secondFactor.on' : 'secondFactor.off')}
        </span>
        {enabled && mustStay && <span className={classes.second}>{t('secondFactor.mustOn')}</span>}
        <span role="status">{said && t(`secondFactor.${said}`)}</span>
      </p>
      {doing === null && !enabled && <Button onClick={() => open('setUp')}>{t('secondFactor.begin')}</Button>}
      {doing === null && enabled && !mustStay && (
        <Button look="danger" onClick={() => open('remove')}>
          {t('secondFactor.remove')}
        </Button>
      )}
      {doing === 'setUp' && (
        <SecondFactorSetUp username={username} onDone={() => finish('done')} onCancel={() => setDoing(null)} />
      )}
      {doing === 'remove' && (
        <>
          <p className={classes.help}>{t('secondFactor.removeHelp')}</p>
          <PasswordProof
            username={username}
            command={remove}
            label={t('secondFactor.remove')}
            danger
            onCancel={() => setDoing(null)}
          />
        </>
      )}
    </Section>
  )
}
