import '@mantine/core/styles/UnstyledButton.css'
import '@mantine/core/styles/Popover.css'
import type { Me } from '@lvliang/shared/accounts/account.schema'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { Popover } from '@mantine/core'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../i18n/use-language.ts'
import classes from './account-menu.module.css'

const AccountPanel = lazy(() => import('./account-panel.tsx').then(module => ({ default: module.AccountPanel })))

interface AccountMenuProps {
  me: Me
  plan: Plan | undefined
  /** Language and colour scheme, where the header is too narrow for them. */
  switches: ReactNode
}

/** Who is signed in; behind it, what concerns them alone. */
export function AccountMenu({ me, plan, switches }: AccountMenuProps) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const { name: language } = useLanguage()
  const name = me.name ?? me.username ?? ''
  const county = plan?.counties.find(({ code }) => code === me.county)?.name[language]
  return (
    <Popover
      position="bottom-end"
      offset={0}
      shadow="none"
      width="min(280px, 94vw)"
      opened={isOpen}
      onChange={setOpen}
      trapFocus
      returnFocus
      withinPortal
      zIndex={1200}
    >
      <Popover.Target>
        <button type="button" className={classes.open} title={name} onClick={() => setOpen(!isOpen)}>
          <span className={classes.who}>
            <span className={classes.name}>{name}</span>
            <span className={classes.role}>{[t(`role.${me.role}`), county].filter(Boolean).join(' · ')}</span>
          </span>
          <span className="visually-hidden">{t('account.menu')}</span>
          <span aria-hidden="true">▾</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown className={classes.panel} aria-label={t('account.menu')}>
        <Suspense fallback={<p className={classes.wait} />}>
          <AccountPanel me={me} plan={plan} switches={switches} onDone={() => setOpen(false)} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  )
}
