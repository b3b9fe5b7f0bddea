import type { Issue } from '@lvliang/shared/inspections/issue.schema'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { issueQueries } from '../../../api/inspection.queries.ts'
import { LoadError } from '../../../components/load-error.tsx'
import { issuesSearchSchema } from '../../../filters/issue-search.ts'
import { shortCountyName } from '../../../format/county-name.ts'
import { useLanguage } from '../../../i18n/use-language.ts'
import { DueDays } from '../issues/due-days.tsx'
import { SeverityLabel } from '../issues/severity-label.tsx'
import classes from './home.module.css'
import type { IssueSection } from './home-sections.ts'

const SHOWN = 8

function IssueLine({ issue, asOf, plan }: { issue: Issue; asOf: string; plan: Plan }) {
  const { t } = useTranslation('inspections')
  const { name } = useLanguage()
  const { id, number, title, severity, state, county, centre } = issue
  const place = shortCountyName(plan.counties, county, name)
  return (
    <li className={classes.line}>
      <span className={classes.when}>
        <DueDays issue={issue} asOf={asOf} />
      </span>
      <span className={classes.what}>
        <Link to="/inspections/issues/$issue" params={{ issue: id }} lang="zh-CN">
          {title}
        </Link>{' '}
        <small>
          {number} · {place} {centre && <span lang="zh-CN">{centre.name}</span>} · {t(`terms.state.${state}`)}
        </small>
      </span>
      <SeverityLabel severity={severity} />
    </li>
  )
}

/** The issues of one kind that wait, the rest behind a link to the list. */
export function IssueLines({ section: { id, params }, plan }: { section: IssueSection; plan: Plan }) {
  const { t } = useTranslation(['inspections', 'common'])
  const list = useInfiniteQuery(issueQueries.list(params))
  const [first] = list.data?.pages ?? []
  return (
    <section className={classes.section}>
      <h2>
        {t(`home.issues.${id}`)} {first && <span className={classes.count}>{first.total}</span>}
      </h2>
      {list.error && <LoadError error={list.error} onRetry={() => void list.refetch()} />}
      {!first && !list.error && <p className={classes.quiet}>{t('common:loading')}</p>}
      {first?.total === 0 && <p className={classes.quiet}>{t('home.issues.none')}</p>}
      {first && first.total > 0 && (
        <ul className={classes.lines}>
          {first.items.slice(0, SHOWN).map(issue => (
            <IssueLine key={issue.id} issue={issue} asOf={first.asOf} plan={plan} />
          ))}
        </ul>
      )}
      {first && first.total > SHOWN && (
        <p className={classes.links}>
          <Link to="/inspections/issues" search={issuesSearchSchema.parse(params)}>
            {t('home.issues.all', { n: first.total })}
          </Link>
        </p>
      )}
    </section>
  )
}
