import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { candidateQueries, checklistQueries } from '../../../api/inspection.queries.ts'
import { planQueries } from '../../../api/plan.queries.ts'
import { LoadError } from '../../../components/load-error.tsx'
import { usePageTitle } from '../../../components/use-page-title.ts'
import { useRoomBelow } from '../../../components/use-room-below.ts'
import { candidateParams } from '../../../filters/inspection-search.ts'
import { useInspectionsWords } from '../../../i18n/use-inspections-words.ts'
import { InspectionTabs } from '../inspection-tabs.tsx'
import { CandidateFilters } from './candidate-filters.tsx'
import classes from './candidates.page.module.css'
import { CandidatesBody } from './candidates-body.tsx'
import { useCandidatesSearch } from './use-candidates-search.ts'

const MIN_HEIGHT = 480

/** Where to go next: every centre by what speaks for a visit, in a table and on the map, to be picked and planned. */
export function CandidatesPage() {
  useInspectionsWords()
  const { t } = useTranslation(['inspections', 'common'])
  const { search, change } = useCandidatesSearch()
  const plan = useQuery(planQueries.current())
  const checklist = useQuery(checklistQueries.current())
  const list = useQuery(candidateQueries.list(candidateParams(search)))
  usePageTitle(t('candidates.title'), plan.data)
  const { ref, room } = useRoomBelow<HTMLDivElement>(MIN_HEIGHT)
  const error = list.error ?? plan.error ?? checklist.error
  const again = () => void Promise.all([list, plan, checklist].map(query => query.refetch()))
  return (
    <>
      <InspectionTabs tab="candidates" />
      <div ref={ref} className={classes.page} style={{ height: room }}>
        <div className={classes.head}>
          <h1 className={classes.title}>{t('candidates.title')}</h1>
          <p className={classes.second} role="status">
            {list.data && t('candidates.count', { n: list.data.items.length })}
          </p>
          <p className={classes.second}>{t('candidates.intro')}</p>
        </div>
        {plan.data && <CandidateFilters plan={plan.data} search={search} onSearch={change} />}
        {error ? (
          <LoadError error={error} onRetry={again} />
        ) : !list.data || !plan.data || !checklist.data ? (
          <p className={classes.state}>{t('common:loading')}</p>
        ) : (
          <CandidatesBody
            plan={plan.data}
            checklist={checklist.data}
            list={list.data}
            search={search}
            onSearch={change}
          />
        )}
      </div>
    </>
  )
}
