import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shanghaiTime } from '../../../format/format.ts'
import { useMe } from '../../../session/use-me.ts'
import { draftsOf } from '../visit/draft-store.ts'
import classes from './home.module.css'

/** Visits begun on this device and not recorded yet; nothing where there are none. */
export function UnsentVisits() {
  const { t } = useTranslation('inspections')
  const account = useMe().id
  const [drafts] = useState(() => (account === null ? [] : draftsOf(account)))
  if (drafts.length === 0) return null
  return (
    <section className={classes.section}>
      <h2>
        {t('visit.unsent.title')} <span className={classes.count}>{drafts.length}</span>
      </h2>
      <ul className={classes.lines}>
        {drafts.map(({ draft: { visit, centre, name, day }, savedAt }) => (
          <li key={visit} className={classes.line}>
            <span className={classes.when}>{day}</span>
            <span className={classes.what}>
              <span lang="zh-CN">
                {name} {centre}
              </span>
              <small>{t('visit.unsent.savedAt', { time: shanghaiTime(savedAt) })}</small>
            </span>
            <Link
              className={classes.act}
              to="/inspections/visits/$visit"
              params={{ visit }}
              search={{ centre }}
              aria-label={t('visit.unsent.goOf', { name })}
            >
              {t('visit.unsent.go')}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
