import type { IssueDetail } from '@lvliang/shared/inspections/issue.schema'
import { isOpen } from '@lvliang/shared/inspections/issue-moves'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { checklistQueries, issueNoticeUrl } from '../../../api/inspection.queries.ts'
import { CentreLink } from '../../../components/centre-link.tsx'
import { OwnLink } from '../../../components/own-link.tsx'
import { dueDayInProse } from '../../../format/format.ts'
import { useLanguage } from '../../../i18n/use-language.ts'
import { useMay } from '../../../session/use-me.ts'
import classes from './issue.module.css'

interface FactsProps {
  issue: IssueDetail
  countyName: (code: string) => string
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

const toIssue = ({ id, number }: { id: string; number: string }) => (
  <Link key={id} to="/inspections/issues/$issue" params={{ issue: id }}>
    {number}
  </Link>
)

function useItemName(item: string | null) {
  const { name } = useLanguage()
  const groups = useQuery({ ...checklistQueries.current(), enabled: item !== null }).data?.groups ?? []
  return groups.flatMap(({ items }) => items).find(({ id }) => id === item)?.text[name] ?? item
}

/** Which papers an issue gives rise to beside a stop-work notice: a 督办函 for an order, or one overdue. */
function noticesOf({ source, overdueDays, state }: IssueDetail) {
  if (!isOpen(state)) return []
  if (source === 'order') return ['supervision'] as const
  return overdueDays > 0 ? (['rectification', 'supervision'] as const) : (['rectification'] as const)
}

function Notices({ issue }: Pick<FactsProps, 'issue'>) {
  const { t } = useTranslation('inspections')
  const notices = useMay('getIssueNotice') ? noticesOf(issue) : []
  if (notices.length === 0) return null
  return (
    <Fact label={t('issue.fact.notice')}>
      {notices.map(kind => (
        <a key={kind} href={issueNoticeUrl(issue.id, kind)} download>
          {t(`issue.notice.${kind}`)}
        </a>
      ))}
    </Fact>
  )
}

/** Where it is, who raised it, what it is about, and the papers it gives rise to. */
export function IssueFacts({ issue, countyName }: FactsProps) {
  const { t } = useTranslation('inspections')
  const { name } = useLanguage()
  const item = useItemName(issue.item)
  const { centre, about, repeats, repeatedBy, visitId } = issue
  return (
    <dl className={classes.facts}>
      {centre && (
        <Fact label={t('issue.fact.centre')}>
          <CentreLink code={centre.code}>
            {centre.name !== centre.code && <span lang="zh-CN">{centre.name}</span>} {centre.code}
          </CentreLink>
        </Fact>
      )}
      <Fact label={t('issue.fact.county')}>{countyName(issue.county)}</Fact>
      {about && (
        <Fact label={t('issue.fact.about')}>
          <OwnLink href={about.link}>{about.label}</OwnLink>
        </Fact>
      )}
      {item && <Fact label={t('issue.fact.item')}>{item}</Fact>}
      <Fact label={t('issue.fact.raisedBy')}>
        <span lang="zh-CN">{issue.raisedBy}</span>
        <span>{t(issue.source === 'order' ? 'issue.givenOn' : 'issue.foundOn', { day: issue.foundOn })}</span>
      </Fact>
      <Fact label={t('issue.fact.due')}>
        {issue.dueOn} <span className={classes.second}>{dueDayInProse(issue.dueOn, name)}</span>
      </Fact>
      {visitId && (
        <Fact label={t('issue.fact.visit')}>
          <OwnLink href={`/inspections/visits/${visitId}`}>{t('issue.toVisit')}</OwnLink>
        </Fact>
      )}
      {repeats && <Fact label={t('issue.fact.repeats')}>{toIssue(repeats)}</Fact>}
      {repeatedBy.length > 0 && <Fact label={t('issue.fact.repeatedBy')}>{repeatedBy.map(toIssue)}</Fact>}
      <Notices issue={issue} />
    </dl>
  )
}
