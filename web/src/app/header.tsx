import type { Plan } from '@lvliang/shared/plan/plan.schema'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../i18n/use-language.ts'
import classes from './header.module.css'

export type Page = 'board' | 'centres'
export const PAGE_PATHS = { board: '/', centres: '/centres' } as const satisfies Record<Page, string>

interface HeaderProps {
  plan: Plan | undefined
  asOf: string | undefined
  page: Page | null
  /** Draws the link to a page: plain on the server, routed in the browser. */
  renderLink: (page: Page, label: string, current: boolean) => ReactNode
  /** Language and colour scheme; drawn once the page is alive. */
  controls?: ReactNode
}

export function Header({ plan, asOf, page, renderLink, controls }: HeaderProps) {
  const { t } = useTranslation()
  const { name } = useLanguage()
  return (
    <header className={classes.header}>
      <p className={classes.title}>{plan?.title[name] ?? '\u00a0'}</p>
      <nav className={classes.nav} aria-label={t('nav.label')}>
        {(['board', 'centres'] as const).map(id => (
          <span key={id} className={classes.link}>
            {renderLink(id, t(`nav.${id}`), id === page)}
          </span>
        ))}
      </nav>
      <div className={classes.about}>
        {plan?.demonstration && <span className={classes.demonstration}>{t('demonstration')}</span>}
        <span className={classes.asOf}>{asOf ? t('asOf', { date: asOf }) : '\u00a0'}</span>
        <span className={classes.controls}>{controls}</span>
      </div>
    </header>
  )
}
