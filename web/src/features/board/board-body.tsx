import type { Centre } from '@lvliang/shared/centres/centre.schema'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { type ComponentType, lazy, Suspense, useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { LoadError } from '../../components/load-error.tsx'
import classes from './board.module.css'
import type { CentreListProps } from './board.page.tsx'
import { Instrument } from './map/instrument.tsx'
import type { BoardData } from './use-board-data.ts'
import type { BoardSearch } from './use-board-search.ts'
import { ViewSwitch } from './view-switch.tsx'

const BoardPanels = lazy(() => import('./board-panels.tsx').then(module => ({ default: module.BoardPanels })))

interface BoardBodyProps {
  plan: Plan
  data: BoardData
  search: BoardSearch
  onSearch: (patch: Partial<BoardSearch>) => void
  phone: boolean
  CentreList: ComponentType<CentreListProps>
}

const NO_CENTRES: readonly Centre[] = []

/** Map, list and panels: beside one another on a desk, one under the other on a phone. */
export function BoardBody({ plan, data, search, onSearch, phone, CentreList }: BoardBodyProps) {
  const { t } = useTranslation('board')
  const onSelect = useCallback((code: string | undefined) => onSearch({ select: code }), [onSearch])
  const onCounty = useCallback(
    (code: string | undefined) => onSearch({ county: code === undefined ? undefined : [code] }),
    [onSearch],
  )
  const county = search.county?.length === 1 ? search.county[0] : undefined
  const centres = data.centres.data ?? NO_CENTRES
  const view = search.view ?? 'list'
  const instrument = data.summary.data && (
    <Instrument
      plan={plan}
      centres={centres}
      summary={data.summary.data}
      node={search.node}
      focus={county}
      selected={search.select}
      onSelect={onSelect}
      onCounty={onCounty}
      onNode={node => onSearch({ node })}
    />
  )
  const list = (
    <section className={classes.list} aria-label={t('map.twin')}>
      {data.centres.error ? (
        <LoadError error={data.centres.error} onRetry={() => void data.centres.refetch()} />
      ) : data.centres.data?.length === 0 ? (
        <p className={classes.empty}>{t('empty')}</p>
      ) : (
        data.asOf && (
          <Suspense fallback={null}>
            <CentreList plan={plan} asOf={data.asOf} centres={centres} selected={search.select} onSelect={onSelect} />
          </Suspense>
        )
      )}
    </section>
  )
  const panels = (
    <div className={classes.panels}>
      <Suspense fallback={<div className={classes.panelsWait} />}>
        <BoardPanels plan={plan} data={data} county={county} onCounty={onCounty} />
      </Suspense>
    </div>
  )
  if (phone) {
    return (
      <>
        <ViewSwitch view={view} onView={next => onSearch({ view: next === 'list' ? undefined : next })} />
        {view === 'map' ? <div className={classes.phoneMap}>{instrument}</div> : list}
        {panels}
      </>
    )
  }
  return (
    <div className={classes.body}>
      <div className={classes.instrument}>{instrument}</div>
      {list}
      {panels}
    </div>
  )
}
