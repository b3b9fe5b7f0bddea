import { PHONE_SCOPE } from '@lvliang/shared/accounts/access'
import type { Me } from '@lvliang/shared/accounts/account.schema'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { countyName } from '../../format/county-name.ts'
import { shanghaiTime } from '../../format/format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import classes from './own-account.module.css'
import { rightsOf } from './rights.ts'
import { Section } from './section.tsx'

function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (children === null || children === false) return null
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

function Ends({ me }: { me: Me }) {
  const { t } = useTranslation('ownAccount')
  return (
    <>
      {me.endsAt && <div>{t('facts.endsAt', { time: shanghaiTime(me.endsAt) })}</div>}
      {me.idleMinutes !== null && <div>{t('facts.idle', { n: me.idleMinutes })}</div>}
    </>
  )
}

interface WhoIAmProps {
  me: Me
  counties: Plan['counties']
}

export function WhoIAm({ me, counties }: WhoIAmProps) {
  const { t } = useTranslation(['ownAccount', 'common'])
  const { name } = useLanguage()
  return (
    <Section title={t('facts.title')}>
      <dl className={classes.facts}>
        <Fact name={t('facts.username')}>{me.username}</Fact>
        <Fact name={t('facts.role')}>{t(`common:role.${me.role}`)}</Fact>
        <Fact name={t(me.role === 'inspector' ? 'facts.homeCounty' : 'facts.county')}>
          {me.county && countyName(counties, me.county, name)}
        </Fact>
        <Fact name={t('facts.finance')}>{me.finance && t('facts.financeYes')}</Fact>
        <Fact name={t('facts.ends')}>{(me.endsAt !== null || me.idleMinutes !== null) && <Ends me={me} />}</Fact>
      </dl>
    </Section>
  )
}

/** What this role may do, in words; the telephone numbers only where centres are seen at all. */
export function Rights({ me }: { me: Me }) {
  const { t } = useTranslation('ownAccount')
  const rights = rightsOf(me)
  return (
    <Section title={t('rights.title')}>
      <ul className={classes.rights}>
        {rights.map(right => (
          <li key={right}>{t(`rights.${right}`)}</li>
        ))}
        {rights.includes('centres') && <li>{t(`rights.phones.${PHONE_SCOPE[me.role]}`)}</li>}
      </ul>
      <p className={classes.help}>{t('rights.changed')}</p>
    </Section>
  )
}
