import { useTranslation } from 'react-i18next'
import { ApiError } from '../api/client.ts'
import classes from './load-error.module.css'

interface LoadErrorProps {
  error: Error
  onRetry: () => void
}

/** Says why nothing is shown and what to do. */
export function LoadError({ error, onRetry }: LoadErrorProps) {
  const { t } = useTranslation()
  const code = error instanceof ApiError ? error.code : ''
  const says = code === 'network' || code === 'asOfInFuture' ? t(`error.${code}`) : t('error.load')
  return (
    <p className={classes.error} role="alert">
      {says}{' '}
      <button type="button" className={classes.retry} onClick={onRetry}>
        {t('error.retry')}
      </button>
    </p>
  )
}
