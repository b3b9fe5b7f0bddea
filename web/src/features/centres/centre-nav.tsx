import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { NO_ACT } from '../../filters/act-search.ts'
import classes from './centre.module.css'

interface CentreNavProps {
  previous: string | null
  next: string | null
}

/** Back to the list as it was filtered, and along it. */
export function CentreNav({ previous, next }: CentreNavProps) {
  const { t } = useTranslation('centres')
  return (
    <nav className={classes.nav} aria-label={t('detail.navigation')}>
      <Link from="/centres/$code" to="/centres" search={current => ({ ...current, ...NO_ACT })}>
        ← {t('detail.back')}
      </Link>
      <span className={classes.along}>
        {previous && (
          <Link
            from="/centres/$code"
            to="/centres/$code"
            params={{ code: previous }}
            search={current => ({ ...current, ...NO_ACT })}
            rel="prev"
          >
            ‹ {t('detail.previous')}
          </Link>
        )}
        {next && (
          <Link
            from="/centres/$code"
            to="/centres/$code"
            params={{ code: next }}
            search={current => ({ ...current, ...NO_ACT })}
            rel="next"
          >
            {t('detail.next')} ›
          </Link>
        )}
        <button type="button" className={classes.action} onClick={() => window.print()}>
          {t('detail.print')}
        </button>
      </span>
    </nav>
  )
}
