import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useId, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { AUDIT_PAGE, auditQueries } from '../../api/audit.queries.ts'
import { type ApiParams, apiUrl } from '../../api/client.ts'
import { planQueries } from '../../api/plan.queries.ts'
import { Button } from '../../components/form/button.tsx'
import { LoadError } from '../../components/load-error.tsx'
import { usePageTitle } from '../../components/use-page-title.ts'
import type { AuditSearch } from '../../filters/admin-search.ts'
import { Anchor } from './anchor.tsx'
import classes from './audit.module.css'
import { AuditFilters } from './audit-filters.tsx'
import { AuditTable } from './audit-table.tsx'
import { useAuditWords } from './audit-words.ts'
import { useAuditNames } from './use-audit-names.ts'
import { Verification } from './verification.tsx'

const FILTERS = ['from', 'to', 'username', 'operation', 'outcome', 'subject'] as const
const NONE = Object.fromEntries(FILTERS.map(name => [name, undefined])) as AuditSearch
const paramsOf = (search: AuditSearch): ApiParams => Object.fromEntries(FILTERS.map(name => [name, search[name]]))
const grouped = (n: number) => n.toLocaleString('en')

/** The chain's own proof, beside the list it is about. */
function Proof() {
  const { t } = useTranslation('audit')
  const verifyId = useId()
  const anchorId = useId()
  return (
    <aside className={classes.proof}>
      <section aria-labelledby={verifyId}>
        <h2 id={verifyId}>{t('verify.title')}</h2>
        <Verification />
      </section>
      <section aria-labelledby={anchorId}>
        <h2 id={anchorId}>{t('anchor.title')}</h2>
        <Anchor />
      </section>
    </aside>
  )
}

function Head({ params }: { params: ApiParams }) {
  const { t } = useTranslation('audit')
  return (
    <div className={classes.head}>
      <h1 className={classes.title}>{t('title')}</h1>
      <div className={classes.exports}>
        <a href={apiUrl('/audit.csv', params)} download className={classes.export}>
          {t('filter.exportCsv')}
        </a>
        <Button look="link" onClick={() => print()}>
          {t('filter.print')}
        </Button>
      </div>
    </div>
  )
}

/** Who did what and when, to be searched, exported, and proven unaltered. */
export function AuditPage() {
  useAuditWords()
  const { t } = useTranslation(['audit', 'common'])
  const search = useSearch({ from: '/audit' })
  const navigate = useNavigate({ from: '/audit' })
  const plan = useQuery(planQueries.current())
  const params = paramsOf(search)
  const list = useInfiniteQuery(auditQueries.list(params))
  const entries = useMemo(() => list.data?.pages.flatMap(page => page.items) ?? [], [list.data])
  const counties = plan.data?.counties ?? []
  const names = useAuditNames(counties)
  usePageTitle(t('title'), plan.data)
  const first = list.data?.pages[0]
  const isFiltered = FILTERS.some(name => search[name] !== undefined)
  const change = (patch: Partial<AuditSearch>) =>
    void navigate({ search: previous => ({ ...previous, ...patch }), replace: true, resetScroll: false })
  const left = first ? first.total - entries.length : 0
  return (
    <div className={classes.page}>
      <Head params={params} />
      <Proof />
      <div className={classes.list}>
        <AuditFilters search={search} operations={first?.operations ?? []} names={names} onSearch={change} />
        <p className={classes.count}>
          <span role="status">
            {first && t(isFiltered ? 'filter.filtered' : 'filter.count', { n: grouped(first.total) })}
          </span>
          {isFiltered && (
            <Button look="link" onClick={() => change(NONE)}>
              {t('filter.clear')}
            </Button>
          )}
        </p>
        {list.error && <LoadError error={list.error} onRetry={() => void list.refetch()} />}
        {list.isPending && <p className={classes.second}>{t('common:loading')}</p>}
        {first?.total === 0 && <p className={classes.second}>{t('empty')}</p>}
        {entries.length > 0 && (
          <AuditTable entries={entries} counties={counties} onSubject={subject => change({ ...NONE, subject })} />
        )}
        {list.hasNextPage && (
          <p className={classes.more}>
            <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {t('more', { n: Math.min(left, AUDIT_PAGE) })}
            </Button>
            <span className={classes.second}>
              {t('shown', { n: grouped(entries.length), total: grouped(first?.total ?? 0) })}
            </span>
          </p>
        )}
      </div>
    </div>
  )
}
