import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { planQueries } from '../../api/plan.queries.ts'
import { nextSort } from '../../components/data-table/sort-rows.ts'
import { LoadError } from '../../components/load-error.tsx'
import { useRoomBelow } from '../../components/use-room-below.ts'
import { filterParams, isFiltered } from '../../filters/filter-search.ts'
import { centreListQuery } from './centre-list.queries.ts'
import { CentreTable } from './centre-table.tsx'
import classes from './centres.page.module.css'
import { ExportLinks } from './export-links.tsx'
import { sortForAddress, sortFromAddress } from './list-sort.ts'
import { SearchBox } from './search-box.tsx'

const MIN_HEIGHT = 480

export function CentresPage() {
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

  const change = (patch: Partial<typeof search>) =>
    void navigate({ search: previous => ({ ...previous, ...patch }), replace: true, resetScroll: false })
  const { ref, room } = useRoomBelow<HTMLDivElement>(MIN_HEIGHT)
  const failed = list.error ?? plan.error

  return (
    <div ref={ref} className={classes.page} style={{ height: room }}>
      <div className={classes.head}>
        <h1 className={classes.title}>{t('list.title')}</h1>
        <SearchBox value={search.q ?? ''} onChange={q => change({ q: q || undefined })} />
        <p className={classes.count} role="status">
          {first &&
            plan.data &&
            (isFiltered(search)
              ? t('list.countFiltered', { n: first.total, all: plan.data.target })
              : t('list.count', { n: first.total }))}
        </p>
        <ExportLinks params={params} />
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
          centres={centres}
          total={first.total}
          sort={sort}
          onSort={column =>
            change({ sort: sortForAddress(nextSort(sort, column.id, column.descendingFirst ?? false)) })
          }
          onOpen={({ code }) => void navigate({ to: '/centres/$code', params: { code }, search: previous => previous })}
          onNearEnd={more}
        />
      )}
    </div>
  )
}
