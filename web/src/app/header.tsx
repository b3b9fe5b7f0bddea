import type { OperationId } from '@lvliang/shared/accounts/access'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from '../components/class-names.ts'
import { useLanguage } from '../i18n/use-language.ts'
import classes from './header.module.css'

/** The pages of the navigation, each with the operation it lives by. */
export const PAGES = [
  { id: 'board', path: '/', needs: 'listCentres' },
  { id: 'centres', path: '/centres', needs: 'listCentres' },
  { id: 'reports', path: '/reports', needs: 'getReportingStatus' },
  { id: 'inspections', path: '/inspections', needs: 'listIssues' },
  { id: 'workbench', path: '/counties/$code', needs: 'changeCentre' },
  { id: 'accounts', path: '/accounts', needs: 'listAccounts' },
  { id: 'audit', path: '/audit', needs: 'listAudit' },
] as const satisfies { id: string; path: string; needs: OperationId }[]
export type Page = (typeof PAGES)[number]

export interface HeaderProps {
  title: Plan['title'] | undefined
  demonstration: boolean | undefined
  /** The day the page is about; left out where it is about none. */
  asOf?: string | undefined
  /** What is open to the one who looks; empty: no navigation. */
  may: readonly OperationId[]
  page: Page['id'] | null
  /** Draws the link to a page: plain on the server, routed in the browser. */
  renderLink: (page: Page, label: string, current: boolean) => ReactNode
  /** Language and colour scheme; drawn once the page is alive, in the room kept for them. */
  controls?: ReactNode
  /** Who is signed in, drawn likewise; on a phone it takes the place of the controls. Null: nobody is. */
  account?: ReactNode | null
}

export function Header({ title, demonstration, asOf, may, page, renderLink, controls, account }: HeaderProps) {
  const { t } = useTranslation()
  const { name } = useLanguage()
  const pages = PAGES.filter(({ needs }) => may.includes(needs))
  return (
    <header className={classes.header}>
      <p className={classes.title}>{title?.[name] ?? '\u00a0'}</p>
      {pages.length > 0 && (
        <nav className={classes.nav} aria-label={t('nav.label')}>
          {pages.map(entry => (
            <span key={entry.id} className={classes.link}>
              {renderLink(entry, t(`nav.${entry.id}`), entry.id === page)}
            </span>
          ))}
        </nav>
      )}
      <div className={classes.about}>
        {demonstration && <span className={classes.demonstration}>{t('demonstration')}</span>}
        <span className={classes.asOf}>{asOf ? t('asOf', { date: asOf }) : '\u00a0'}</span>
        <span className={classNames(classes.controls, account === null && classes.alone)}>{controls}</span>
        {account !== null && <span className={classes.account}>{account}</span>}
      </div>
    </header>
  )
}
