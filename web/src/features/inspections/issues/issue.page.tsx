import type { Photo } from '@lvliang/shared/evidence/evidence.schema'
import type { IssueDetail } from '@lvliang/shared/inspections/issue.schema'
import { isOpen } from '@lvliang/shared/inspections/issue-moves'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { centreQueries } from '../../../api/centre.queries.ts'
import { ApiError } from '../../../api/client.ts'
import { issueNoticeUrl, issueQueries } from '../../../api/inspection.queries.ts'
import { planQueries } from '../../../api/plan.queries.ts'
import { PhotoPairs } from '../../../components/evidence/photo-pairs.tsx'
import { LoadError } from '../../../components/load-error.tsx'
import { usePageTitle } from '../../../components/use-page-title.ts'
import { useInspectionsWords } from '../../../i18n/use-inspections-words.ts'
import { useMay } from '../../../session/use-me.ts'
import classes from './issue.module.css'
import { IssueFacts } from './issue-facts.tsx'
import { IssueHead } from './issue-head.tsx'
import { beforeAndAfter } from './issue-photos.ts'
import { MoveBar } from './moves/move-bar.tsx'
import { Timeline } from './timeline.tsx'
import { useCountyName } from './use-names.ts'

const NO_PHOTOS: readonly Photo[] = []

function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <section className={classes.section} aria-labelledby={id}>
      <h2 id={id} className={classes.sectionTitle}>
        {title}
      </h2>
      {children}
    </section>
  )
}

function StopWork({ issue }: { issue: IssueDetail }) {
  const { t } = useTranslation('inspections')
  const may = useMay('getIssueNotice')
  if (issue.severity !== 'major' || !isOpen(issue.state) || !may) return null
  return (
    <p className={classes.stopWork}>
      {t('issue.stopWork')}{' '}
      <a href={issueNoticeUrl(issue.id, 'stopWork')} download>
        {t('issue.notice.stopWork')}
      </a>
    </p>
  )
}

/** The photos of an issue are those of its centre that it names. */
function usePhotosOf(centre: IssueDetail['centre']): readonly Photo[] {
  const query = useQuery({ ...centreQueries.one(centre?.code ?? '', {}), enabled: centre !== null })
  return query.data?.photos ?? NO_PHOTOS
}

function Pairs({ issue, photos }: { issue: IssueDetail; photos: readonly Photo[] }) {
  const { t } = useTranslation('inspections')
  const { before, after } = beforeAndAfter(issue, photos)
  if (issue.centre === null || (issue.source === 'order' && before.length + after.length === 0)) return null
  return (
    <Section title={t('issue.photos.title')}>
      <PhotoPairs
        before={{ title: t('issue.photos.before'), photos: before, none: t('issue.photos.beforeNone') }}
        after={{ title: t('issue.photos.after'), photos: after, none: t('issue.photos.afterNone') }}
      />
    </Section>
  )
}

function IssueStory({ issue, plan }: { issue: IssueDetail; plan: Plan }) {
  const { t } = useTranslation('inspections')
  const photos = usePhotosOf(issue.centre)
  const countyName = useCountyName(plan)
  return (
    <article>
      <IssueHead issue={issue} today={plan.today} />
      <StopWork issue={issue} />
      <MoveBar issue={issue} plan={plan} />
      <div className={classes.columns}>
        <div>
          {issue.description && (
            <Section title={t('issue.said')}>
              <p className={classes.said} lang="zh-CN">
                {issue.description}
              </p>
            </Section>
          )}
          <Pairs issue={issue} photos={photos} />
          <Section title={t('issue.timeline')}>
            <Timeline issue={issue} photos={photos} />
          </Section>
        </div>
        <Section title={t('issue.facts')}>
          <IssueFacts issue={issue} countyName={countyName} />
        </Section>
      </div>
    </article>
  )
}

/** One issue: what was found, what became of it, and what whoever looks may do. */
export function IssuePage() {
  useInspectionsWords()
  const { t } = useTranslation(['inspections', 'common'])
  const { issue: id } = useParams({ from: '/inspections/issues/$issue' })
  const plan = useQuery(planQueries.current())
  const issue = useQuery(issueQueries.one(id))
  usePageTitle(issue.data && `${issue.data.number} ${issue.data.title}`, plan.data)
  const isMissing = issue.error instanceof ApiError && (issue.error.status === 404 || issue.error.status === 400)
  const failed = issue.error ?? plan.error
  return (
    <div className={classes.page}>
      <nav className={classes.nav}>
        <Link
          from="/inspections/issues/$issue"
          to="/inspections/issues"
          search={previous => previous}
          activeOptions={{ exact: true }}
        >
          ← {t('issue.back')}
        </Link>
      </nav>
      {isMissing ? (
        <h1 className={classes.name}>{t('issue.unknown')}</h1>
      ) : failed && !issue.data ? (
        <LoadError error={failed} onRetry={() => void Promise.all([issue.refetch(), plan.refetch()])} />
      ) : !issue.data || !plan.data ? (
        <p className={classes.second}>{t('common:loading')}</p>
      ) : (
        <IssueStory key={id} issue={issue.data} plan={plan.data} />
      )}
    </div>
  )
}
