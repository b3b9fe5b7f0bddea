import type { Centre } from '@lvliang/shared/centres/centre.schema'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type ComponentType, useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { apiUrl } from '../../api/client.ts'
import { planQueries } from '../../api/plan.queries.ts'
import { nextSort } from '../../components/data-table/sort-rows.ts'
import { LoadError } from '../../components/load-error.tsx'
import { usePageTitle } from '../../components/use-page-title.ts'
import { useRoomBelow } from '../../components/use-room-below.ts'
import { type FilterSearch, filterParams } from '../../filters/filter-search.ts'
import { centreListQuery } from './centre-list.queries.ts'
import { CentreTable } from './centre-table.tsx'
import classes from './centres.page.module.css'
import { ExportLinks } from './export-links.tsx'
import { sortForAddress, sortFromAddress } from './list-sort.ts'
import { SearchBox } from './search-box.tsx'

const MIN_HEIGHT = 480

export interface CentreFiltersProps {
  plan: Plan
  /** How many centres the filter lets through. */
  total: number
  filter: FilterSearch
  onFilter: (patch: Partial<FilterSearch>) => void
}

interface CentresPageProps {
  /** The filter bar belongs to another feature, so the route hands it in. */
  Filters: ComponentType<CentreFiltersProps>
}

export function CentresPage({ Filters }: CentresPageProps) {
  const { t } = useTranslation(['centres', 'common'])
  const search = useSearch({ from: '/centres' })
  const navigate = useNavigate({ from: '/centres' })
  const sort = sortFromAddress(search.sort)
  const params = { ...filterParams(search), sort: sortForAddress(sort) }
  const plan = useQuery(planQueries.current())
  const list = useInfiniteQuery(centreListQuery(params))
  const centres = useMemo(() => list.data?.pages.flatMap(page => page.items) ?? [], [list.data])
  const first = list.data?.pages[0]
  const { fetchNextPage, hasNextPage, isFetching } = list
  const more = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage()
  }, [hasNextPage, isFetching, fetchNextPage])

  const open = useCallback(
    ({ code }: Centre) => void navigate({ to: '/centres/$code', params: { code }, search: previous => previous }),
    [navigate],
  )
  const change = (patch: Partial<typeof search>) =>
    void navigate({ search: previous => ({ ...previous, ...patch }), replace: true, resetScroll: false })
  usePageTitle(t('list.title'), plan.data)
  const { ref, room } = useRoomBelow<HTMLDivElement>(MIN_HEIGHT)
  const failed = list.error ?? plan.error

  return (
    <div ref={ref} className={classes.page} style={{ height: room }}>
      <div className={classes.head}>
        <h1 className={classes.title}>{t('list.title')}</h1>
        <SearchBox value={search.q ?? ''} onChange={q => change({ q: q || undefined })} />
        <ExportLinks params={params} />
      </div>
      <div className={classes.filters}>
        {first && plan.data && <Filters plan={plan.data} total={first.total} filter={search} onFilter={change} />}
      </div>
      {failed ? (
        <LoadError error={failed} onRetry={() => void Promise.all([list.refetch(), plan.refetch()])} />
      ) : !first || !plan.data ? (
        <p className={classes.state}>{t('common:loading')}</p>
      ) : centres.length === 0 ? (
        <p className={classes.state}>{t('list.empty')}</p>
      ) : (
        <CentreTable
          plan={plan.data}
          asOf={first.asOf}
          placeKey={apiUrl('/centres', params)}
          centres={centres}
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
