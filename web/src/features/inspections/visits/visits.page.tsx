import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { visitQueries } from '../../../api/inspection.queries.ts'
import { planQueries } from '../../../api/plan.queries.ts'
import { DataTable } from '../../../components/data-table/data-table.tsx'
import { ExportCsv } from '../../../components/data-table/export-csv.tsx'
import { TableScroll } from '../../../components/data-table/table-scroll.tsx'
import { useTableView } from '../../../components/data-table/use-table-view.ts'
import { Button } from '../../../components/form/button.tsx'
import { LoadError } from '../../../components/load-error.tsx'
import { usePageTitle } from '../../../components/use-page-title.ts'
import { VISIT_STATES, type VisitsSearch, visitParams } from '../../../filters/visit-search.ts'
import { countyName } from '../../../format/county-name.ts'
import { useInspectionsWords } from '../../../i18n/use-inspections-words.ts'
import { useLanguage } from '../../../i18n/use-language.ts'
import { useMay } from '../../../session/use-me.ts'
import { InspectionTabs } from '../inspection-tabs.tsx'
import { visitColumns } from './visit-columns.tsx'
import classes from './visits.module.css'

interface FiltersProps {
  plan: Plan
  search: VisitsSearch
  onChange: (patch: Partial<VisitsSearch>) => void
}

function Filters({ plan, search, onChange }: FiltersProps) {
  const { t } = useTranslation('inspections')
  const { name } = useLanguage()
  const inspects = useMay('recordVisit')
  return (
    <>
      <select
        aria-label={t('home.visitList.filter.state')}
        value={search.state ?? ''}
        onChange={event => onChange({ state: VISIT_STATES.find(state => state === event.target.value) })}
      >
        <option value="">{`${t('home.visitList.filter.state')}: ${t('home.visitList.filter.any')}`}</option>
        {VISIT_STATES.map(state => (
          <option key={state} value={state}>
            {t(`terms.visitState.${state}`)}
          </option>
        ))}
      </select>
      <select
        aria-label={t('home.visitList.filter.county')}
        value={search.county ?? ''}
        onChange={event => onChange({ county: event.target.value || undefined })}
      >
        <option value="">{`${t('home.visitList.filter.county')}: ${t('home.visitList.filter.any')}`}</option>
        {plan.counties.map(({ code }) => (
          <option key={code} value={code}>
            {countyName(plan.counties, code, name)}
          </option>
        ))}
      </select>
      {inspects && (
        <label className={classes.mine}>
          <input
            type="checkbox"
            checked={search.mine === 'true'}
            onChange={event => onChange({ mine: event.target.checked ? 'true' : undefined })}
          />
          {t('home.visitList.filter.mine')}
        </label>
      )}
    </>
  )
}

function List({ plan }: { plan: Plan }) {
  const { t } = useTranslation(['inspections', 'common'])
  const { name } = useLanguage()
  const search = useSearch({ from: '/inspections/visits' })
  const navigate = useNavigate({ from: '/inspections/visits' })
  const list = useInfiniteQuery(visitQueries.list(visitParams(search)))
  const visits = useMemo(() => list.data?.pages.flatMap(({ items }) => items) ?? [], [list.data])
  const columns = useMemo(() => visitColumns({ t, name, plan }), [t, name, plan])
  const { rows, sort, onSort } = useTableView(columns, visits)
  const [first] = list.data?.pages ?? []
  return (
    <>
      <div className={classes.bar}>
        <h1 className={classes.title}>{t('home.visitList.title')}</h1>
        <Filters
          plan={plan}
          search={search}
          onChange={patch => void navigate({ search: before => ({ ...before, ...patch }), replace: true })}
        />
        {first && <span className={classes.count}>{t('home.visitList.count', { n: first.total })}</span>}
        {rows.length > 0 && (
          <ExportCsv
            label={t('home.visitList.csv')}
            filename={`visits-${first?.today ?? ''}.csv`}
            className={classes.csv}
            columns={columns}
            rows={rows}
          />
        )}
      </div>
      {list.error && <LoadError error={list.error} onRetry={() => void list.refetch()} />}
      {!first && !list.error && <p className={classes.quiet}>{t('common:loading')}</p>}
      {first?.total === 0 && <p className={classes.quiet}>{t('home.visitList.none')}</p>}
      {rows.length > 0 && (
        <TableScroll label={t('home.visitList.caption')}>
          <DataTable
            caption={t('home.visitList.caption')}
            columns={columns}
            rows={rows}
            rowKey={visit => visit.id}
            sort={sort}
            onSort={onSort}
          />
        </TableScroll>
      )}
      {list.hasNextPage && (
        <p className={classes.more}>
          <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('home.visitList.more')}
          </Button>
        </p>
      )}
    </>
  )
}

/** Every visit planned, made and called off that whoever looks may know of. */
export function VisitsPage() {
  useInspectionsWords()
  const { t } = useTranslation(['inspections', 'common'])
  const plan = useQuery(planQueries.current())
  usePageTitle(t('home.visitList.title'), plan.data)
  return (
    <>
      <InspectionTabs tab="visits" />
      <div className={classes.page}>
        {plan.data && <List plan={plan.data} />}
        {plan.error && <LoadError error={plan.error} onRetry={() => void plan.refetch()} />}
      </div>
    </>
  )
}
