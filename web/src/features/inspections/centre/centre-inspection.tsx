import type { CentreDetail } from '@lvliang/shared/centres/centre.schema'
import type { Issue } from '@lvliang/shared/inspections/issue.schema'
import type { Visit } from '@lvliang/shared/inspections/visit.schema'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { newId } from '../../../api/new-id.ts'
import { PhotoPairs } from '../../../components/evidence/photo-pairs.tsx'
import { useInspectionsWords } from '../../../i18n/use-inspections-words.ts'
import { useLanguage } from '../../../i18n/use-language.ts'
import { useMay, useMe } from '../../../session/use-me.ts'
import { DueDays } from '../issues/due-days.tsx'
import { SeverityLabel } from '../issues/severity-label.tsx'
import { resultWords } from '../visits/visit-columns.tsx'
import classes from './centre-inspection.module.css'
import { photosOfIssue } from './issue-photos.ts'

interface CentreProps {
  centre: CentreDetail
  plan: Plan
}

function IssueEntry({ issue, centre }: { issue: Issue; centre: CentreDetail }) {
  const { t } = useTranslation('inspections')
  const { before, after } = photosOfIssue(centre, issue.id)
  return (
    <li>
      <div className={classes.line}>
        <span className={classes.what}>
          <Link to="/inspections/issues/$issue" params={{ issue: issue.id }} lang="zh-CN">
            {issue.title}
          </Link>
          <small>
            {issue.number} · {t(`terms.source.${issue.source}`)} · {t(`terms.state.${issue.state}`)}
          </small>
        </span>
        <SeverityLabel severity={issue.severity} />
        <span className={classes.when}>
          <DueDays issue={issue} asOf={centre.asOf} />
        </span>
      </div>
      {before.length + after.length > 0 && (
        <PhotoPairs
          before={{ title: t('issue.photos.before'), photos: before, none: t('issue.photos.beforeNone') }}
          after={{ title: t('issue.photos.after'), photos: after, none: t('issue.photos.afterNone') }}
        />
      )}
    </li>
  )
}

function VisitEntry({ visit, plan }: { visit: Visit; plan: Plan }) {
  const { t } = useTranslation('inspections')
  const { name } = useLanguage()
  return (
    <li className={classes.line}>
      <span className={classes.what}>
        <Link to="/inspections/visits/$visit" params={{ visit: visit.id }}>
          {visit.date} {t(`terms.kind.${visit.kind}`)}
        </Link>
        <small>{visit.inspectors.map(inspector => inspector.name).join('、')}</small>
      </span>
      <span className={classes.result}>
        {visit.state === 'recorded' ? resultWords(visit, { t, name, plan }) : t(`terms.visitState.${visit.state}`)}
      </span>
    </li>
  )
}

const NEWEST_FIRST = (a: { date: string }, b: { date: string }) => b.date.localeCompare(a.date)

/** What inspectors saw at a centre, and what became of what they found. */
export function CentreInspection({ centre, plan }: CentreProps) {
  useInspectionsWords()
  const { t } = useTranslation('inspections')
  const { county: home } = useMe()
  const mayVisit = useMay('recordVisit') && home !== centre.countyCode && centre.village !== null
  return (
    <>
      <section className={classes.section} aria-label={t('home.tabs.issues')}>
        <h2>
          {t('home.tabs.issues')} {centre.issues.length > 0 && <small>{centre.issues.length}</small>}
        </h2>
        {centre.issues.length === 0 && <p className={classes.none}>{t('issue.list.none')}</p>}
        <ul>
          {centre.issues.toReversed().map(issue => (
            <IssueEntry key={issue.id} issue={issue} centre={centre} />
          ))}
        </ul>
      </section>
      <section className={classes.section} aria-label={t('home.tabs.visits')}>
        <h2>
          {t('home.tabs.visits')} {centre.visits.length > 0 && <small>{centre.visits.length}</small>}
          {mayVisit && (
            <Link
              className={classes.start}
              to="/inspections/visits/$visit"
              params={{ visit: newId() }}
              search={{ centre: centre.code }}
            >
              {t('home.visits.record')}
            </Link>
          )}
        </h2>
        {centre.visits.length === 0 && <p className={classes.none}>{t('home.visitList.none')}</p>}
        <ul>
          {centre.visits.toSorted(NEWEST_FIRST).map(visit => (
            <VisitEntry key={visit.id} visit={visit} plan={plan} />
          ))}
        </ul>
      </section>
    </>
  )
}
