import type { ReactNode } from 'react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../i18n/use-language.ts'
import { Header, type HeaderProps, type Page } from './header.tsx'
import classes from './page-frame.module.css'

interface PageFrameProps extends Omit<HeaderProps, 'renderLink' | 'may' | 'page'> {
  may?: HeaderProps['may']
  page?: Page['id'] | null
  renderLink?: HeaderProps['renderLink']
  /** Stands between header and page. */
  banner?: ReactNode
  children: ReactNode
}

const noLink = () => null

/** What is round every page: the way past the navigation, the header, the place of the page. */
export function PageFrame({ banner, children, may = [], page = null, renderLink = noLink, ...header }: PageFrameProps) {
  const { t } = useTranslation()
  const { language, name } = useLanguage()
  const title = header.title?.[name]
  useEffect(() => {
    document.documentElement.lang = language
    if (title) document.title = title
  }, [language, title])
  return (
    <>
      <a className={classes.skip} href="#main">
        {t('skip')}
      </a>
      <Header {...header} may={may} page={page} renderLink={renderLink} />
      {banner}
      <main id="main" tabIndex={-1} className={classes.main}>
        {children}
      </main>
    </>
  )
}
