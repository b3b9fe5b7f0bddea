import { useQuery } from '@tanstack/react-query'
import { Link, Outlet, useLocation, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { planQueries } from '../api/plan.queries.ts'
import { useLanguage } from '../i18n/use-language.ts'
import { Header, PAGE_PATHS, type Page } from './header.tsx'
import { HeaderControls } from './header-controls.tsx'
import classes from './layout.module.css'

function pageOf(path: string): Page | null {
  if (path === '/') return 'board'
  return path.startsWith('/centres') ? 'centres' : null
}

const renderLink = (page: Page, label: string, current: boolean) => (
  <Link to={PAGE_PATHS[page]} aria-current={current ? 'page' : undefined} activeProps={{}}>
    {label}
  </Link>
)

export function Layout() {
  const { t } = useTranslation()
  const { language, name } = useLanguage()
  const plan = useQuery(planQueries.current()).data
  const { asOf } = useSearch({ strict: false })
  const path = useLocation({ select: location => location.pathname })
  useEffect(() => {
    document.documentElement.lang = language
    if (plan) document.title = plan.title[name]
  }, [language, name, plan])
  return (
    <>
      <a className={classes.skip} href="#main">
        {t('skip')}
      </a>
      <Header
        plan={plan}
        asOf={asOf ?? plan?.today}
        page={pageOf(path)}
        renderLink={renderLink}
        controls={<HeaderControls />}
      />
      <main id="main" tabIndex={-1} className={classes.main}>
        <Outlet />
      </main>
    </>
  )
}
