import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { planQueries } from '../api/plan.queries.ts'
import { live as en } from '../i18n/en/live.ts'
import { usePageWords } from '../i18n/use-page-words.ts'
import { live as zh } from '../i18n/zh/live.ts'
import classes from './live.module.css'
import { LiveNotice } from './live-notice.tsx'
import { useLive } from './use-live.ts'

/** What others change, as they change it: the page follows, and a line says what it was. */
export function LiveChanges() {
  usePageWords({ live: { zh, en } })
  const { t } = useTranslation('live')
  const plan = useQuery(planQueries.current()).data
  const { asOf } = useSearch({ strict: false })
  const pastDay = plan && asOf && asOf < plan.today ? asOf : undefined
  const { news, isAway, putAway } = useLive(pastDay !== undefined)
  return (
    <div role="status" aria-label={t('label')} className={classes.live}>
      {isAway && <p className={classes.away}>{t('away')}</p>}
      {plan && news && <LiveNotice plan={plan} news={news} pastDay={pastDay} onClose={putAway} />}
    </div>
  )
}
