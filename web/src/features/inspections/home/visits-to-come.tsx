import { addDays } from '@lvliang/shared/dates/calendar-date'
import type { Visit } from '@lvliang/shared/inspections/visit.schema'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { visitQueries } from '../../../api/inspection.queries.ts'
import { Button } from '../../../components/form/button.tsx'
import { LoadError } from '../../../components/load-error.tsx'
import { shortCountyName } from '../../../format/county-name.ts'
import { dueDayInProse } from '../../../format/format.ts'
import { useLanguage } from '../../../i18n/use-language.ts'
import { CancelVisit } from './cancel-visit.tsx'
import classes from './home.module.css'

const DAYS_AHEAD = 7

function VisitLine({ visit, today, plan }: { visit: Visit; today: string; plan: Plan }) {
  const [isCancelling, setCancelling] = useState(false)
  const { t } = useTranslation('inspections')
  const { name } = useLanguage()
  const { id, date, centre, county, kind, inspectors } = visit
  const day = dueDayInProse(date, name)
  return (
    <li className={`${classes.line} ${classes.visit}`}>
      <span className={classes.when} data-late={date < today || undefined}>
        {date < today ? t('home.visits.missed', { day }) : date === today ? t('home.visits.today') : day}
      </span>
      <span className={classes.what}>
        <Link to="/centres/$code" params={{ code: centre.code }} lang="zh-CN">
          {centre.name}
        </Link>{' '}
        <small>
          {shortCountyName(plan.counties, county, name)} · {t(`terms.kind.${kind}`)} ·{' '}
          {inspectors.map(inspector => inspector.name).join('、')}
        </small>
      </span>
      <Link
        className={classes.act}
        to="/inspections/visits/$visit"
        params={{ visit: id }}
        aria-label={`${t('home.visits.record')} ${centre.name}`}
      >
        {t('home.visits.record')}
      </Link>
      <Button
        look="link"
        aria-label={t('home.visits.cancelOf', { name: centre.name, day: date })}
        onClick={() => setCancelling(true)}
      >
        {t('home.visits.cancel')}
      </Button>
      {isCancelling && <CancelVisit visit={visit} onClose={() => setCancelling(false)} />}
    </li>
  )
}

/** One's visits of today and those of days past that were not made, then those of the days ahead. */
export function VisitsToCome({ plan }: { plan: Plan }) {
  const { t } = useTranslation(['inspections', 'common'])
  const list = useInfiniteQuery(visitQueries.list({ mine: 'true', state: 'planned' }))
  const [first] = list.data?.pages ?? []
  if (list.error) return <LoadError error={list.error} onRetry={() => void list.refetch()} />
  if (!first) return <p className={classes.quiet}>{t('common:loading')}</p>
  const { today } = first
  const planned = first.items.toSorted((a, b) => a.date.localeCompare(b.date))
  const now = planned.filter(({ date }) => date <= today)
  const ahead = planned.filter(({ date }) => date > today && date <= addDays(today, DAYS_AHEAD))
  const lines = (visits: readonly Visit[]) => (
    <ul className={classes.lines}>
      {visits.map(visit => (
        <VisitLine key={visit.id} visit={visit} today={today} plan={plan} />
      ))}
    </ul>
  )
  return (
    <section className={classes.section}>
      <h2>{t('home.visits.title')}</h2>
      {now.length > 0 ? lines(now) : <p className={classes.quiet}>{t('home.visits.none')}</p>}
      {ahead.length > 0 && (
        <>
          <h3>{t('home.visits.more')}</h3>
          {lines(ahead)}
        </>
      )}
      <p className={classes.links}>
        <Link to="/inspections/candidates">{t('home.visits.candidates')}</Link>
        <Link to="/inspections/visits">{t('home.visits.all')}</Link>
      </p>
    </section>
  )
}
