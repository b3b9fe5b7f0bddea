import { type ErrorComponentProps, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import classes from './error-page.module.css'

export function ErrorPage({ reset }: ErrorComponentProps) {
  const { t } = useTranslation()
  return (
    <div className={classes.page} role="alert">
      <h1>{t('error.title')}</h1>
      <p>
        <button type="button" className={classes.retry} onClick={reset}>
          {t('error.retry')}
        </button>
      </p>
    </div>
  )
}

export function NotFoundPage() {
  const { t } = useTranslation()
  return (
    <div className={classes.page}>
      <h1>{t('error.notFound')}</h1>
      <p>
        <Link to="/">{t('error.home')}</Link>
      </p>
    </div>
  )
}
