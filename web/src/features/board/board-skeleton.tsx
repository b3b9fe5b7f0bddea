import { useTranslation } from 'react-i18next'
import classes from './board-skeleton.module.css'

/** Holds the place of the numbers until they come, so that nothing moves when they do. */
export function StripSkeleton() {
  const { t } = useTranslation()
  return (
    <p className={classes.strip} role="status">
      <span className="visually-hidden">{t('loading')}</span>
    </p>
  )
}
