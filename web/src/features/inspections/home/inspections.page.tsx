import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { planQueries } from '../../../api/plan.queries.ts'
import { LoadError } from '../../../components/load-error.tsx'
import { usePageTitle } from '../../../components/use-page-title.ts'
import { useInspectionsWords } from '../../../i18n/use-inspections-words.ts'
import { useMay, useMe } from '../../../session/use-me.ts'
import { InspectionTabs } from '../inspection-tabs.tsx'
import classes from './home.module.css'
import { issueSections } from './home-sections.ts'
import { IssueLines } from './issue-lines.tsx'
import { OnTheSpot } from './on-the-spot.tsx'
import { UnsentVisits } from './unsent-visits.tsx'
import { VisitsToCome } from './visits-to-come.tsx'

function Sections({ plan }: { plan: Plan }) {
  const { role, county } = useMe()
  const inspects = useMay('recordVisit')
  return (
    <div className={classes.sections}>
      {inspects && <UnsentVisits />}
      {inspects && <VisitsToCome plan={plan} />}
      {inspects && <OnTheSpot />}
      {role !== 'wall' &&
        issueSections(role, county).map(section => <IssueLines key={section.id} section={section} plan={plan} />)}
    </div>
  )
}

/** Where inspection begins: an inspector's visits of today, and what waits for whoever looks. */
export function InspectionsPage() {
  useInspectionsWords()
  const { t } = useTranslation(['inspections', 'common'])
  const plan = useQuery(planQueries.current())
  usePageTitle(t('home.title'), plan.data)
  return (
    <>
      <InspectionTabs tab="home" />
      <div className={classes.page}>
        <h1 className="visually-hidden">{t('home.title')}</h1>
        {plan.data ? (
          <Sections plan={plan.data} />
        ) : plan.error ? (
          <LoadError error={plan.error} onRetry={() => void plan.refetch()} />
        ) : (
          <p className={classes.quiet}>{t('common:loading')}</p>
        )}
      </div>
    </>
  )
}
