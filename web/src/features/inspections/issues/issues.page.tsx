import type { Issue } from '@lvliang/shared/inspections/issue.schema'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { apiUrl } from '../../../api/client.ts'
import { issueLedgerUrl, issueQueries } from '../../../api/inspection.queries.ts'
import { planQueries } from '../../../api/plan.queries.ts'
import { nextSort } from '../../../components/data-table/sort-rows.ts'
import { Button } from '../../../components/form/button.tsx'
import { LoadError } from '../../../components/load-error.tsx'
import { usePageTitle } from '../../../components/use-page-title.ts'
import { useRoomBelow } from '../../../components/use-room-below.ts'
import { areIssuesFiltered, type IssuesSearch, issueParams, NO_ISSUE_FILTER } from '../../../filters/issue-search.ts'
import { useInspectionsWords } from '../../../i18n/use-inspections-words.ts'
import { useMay } from '../../../session/use-me.ts'
import { InspectionTabs } from '../inspection-tabs.tsx'
import { sortForAddress, sortOf } from './issue-columns.tsx'
import { IssueCountFilters, IssueFilters } from './issue-filters.tsx'
import { IssueTable } from './issue-table.tsx'
import classes from './issues.module.css'
import { NewFinding } from './raise/new-finding.tsx'
import { useCountyName } from './use-names.ts'

const MIN_HEIGHT = 420

/** The issues that the address leaves, and how many there are before the counts narrow them. */
function useIssues(search: IssuesSearch) {
  const params = issueParams(search)
  const list = useInfiniteQuery(issueQueries.list(params))
  const isMajor = search.severity?.join() === 'major'
  const { severity, ...others } = search
  const before = { ...others, open: undefined, overdue: undefined, ...(isMajor ? {} : { severity }), sort: undefined }
  const all = useInfiniteQuery(issueQueries.list(issueParams(before)))
  const issues = useMemo(() => list.data?.pages.flatMap(page => page.items) ?? [], [list.data])
  const { fetchNextPage, hasNextPage, isFetching } = list
  const more = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage()
  }, [hasNextPage, isFetching, fetchNextPage])
  return { params, list, issues, first: list.data?.pages[0], counts: all.data?.pages[0]?.counts, more }
}

/** 问题: everything found or ordered, narrowed and ordered as the address says. */
export function IssuesPage() {
  useInspectionsWords()
  const { t } = useTranslation(['inspections', 'common'])
  const search: IssuesSearch = useSearch({ from: '/inspections/issues' })
  const navigate = useNavigate({ from: '/inspections/issues' })
  const sort = sortOf(search.sort)
  const plan = useQuery(planQueries.current())
  const mayExport = useMay('exportIssuesXlsx')
  const { params, list, issues, first, counts, more } = useIssues(search)
  const countyName = useCountyName(plan.data)
  const open = useCallback(
    ({ id }: Issue) =>
      void navigate({ to: '/inspections/issues/$issue', params: { issue: id }, search: previous => previous }),
    [navigate],
  )
  const change = (patch: Partial<IssuesSearch>) =>
    void navigate({ search: previous => ({ ...previous, ...patch }), replace: true, resetScroll: false })
  usePageTitle(t('issue.list.title'), plan.data)
  const { ref, room } = useRoomBelow<HTMLDivElement>(MIN_HEIGHT)
  const failed = list.error ?? plan.error
  const isFiltered = areIssuesFiltered(search)

  return (
    <div ref={ref} className={classes.page} style={{ height: room }}>
      <div className={classes.tabs}>
        <InspectionTabs tab="issues" />
      </div>
      <div className={classes.head}>
        <h1 className={classes.heading}>{t('issue.list.title')}</h1>
        {counts && <IssueCountFilters counts={counts} search={search} onSearch={change} />}
        <span className={classes.actions}>
          {mayExport && (
            <a href={issueLedgerUrl(params)} download className={classes.export}>
              {t('issue.list.xlsx')}
            </a>
          )}
          {plan.data && <NewFinding plan={plan.data} />}
        </span>
      </div>
      {plan.data && <IssueFilters counties={plan.data.counties} search={search} onSearch={change} />}
      {first && (
        <p className={classes.line} role="status">
          {t(isFiltered ? 'issue.list.filtered' : 'issue.list.left', { n: first.total })}
          {isFiltered && (
            <Button look="link" onClick={() => change(NO_ISSUE_FILTER)}>
              {t('issue.list.clear')}
            </Button>
          )}
        </p>
      )}
      {failed ? (
        <LoadError error={failed} onRetry={() => void Promise.all([list.refetch(), plan.refetch()])} />
      ) : !first || !plan.data ? (
        <p className={classes.state}>{t('common:loading')}</p>
      ) : issues.length === 0 ? (
        <p className={classes.state}>{t(isFiltered ? 'issue.list.empty' : 'issue.list.none')}</p>
      ) : (
        <IssueTable
          asOf={first.asOf}
          countyName={countyName}
          placeKey={apiUrl('/issues', params)}
          issues={issues}
          total={first.total}
          sort={sort}
          onSort={column =>
            change({ sort: sortForAddress(nextSort(sort, column.id, column.descendingFirst ?? false)) })
          }
          onOpen={open}
          onNearEnd={more}
        />
      )}
    </div>
  )
}
