import type { Centre } from '@lvliang/shared/centres/centre.schema'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { type ComponentType, lazy, memo, Suspense, useCallback } from 'react'
import classes from './board.module.css'
import type { CentreListProps } from './board.page.tsx'
import { BoardList } from './board-list.tsx'
import { Instrument } from './map/instrument.tsx'
import type { BoardData } from './use-board-data.ts'
import type { BoardSearch } from './use-board-search.ts'
import { useRested } from './use-rested.ts'
import { ViewSwitch } from './view-switch.tsx'

const BoardPanels = lazy(() => import('./board-panels.tsx').then(module => ({ default: module.BoardPanels })))

interface BoardBodyProps {
  plan: Plan
  data: BoardData
  search: BoardSearch
  onSearch: (patch: Partial<BoardSearch>) => void
  phone: boolean
  CentreList: ComponentType<CentreListProps>
  Tasks: ComponentType<{ plan: Plan }> | undefined
}

const NO_CENTRES: readonly Centre[] = []
const REST_MS = 150

/** Only a moving day is waited for; a filter is answered at once. */
const restMs = (waiting: BoardData, shown: BoardData) => (waiting.asOf === shown.asOf ? 0 : REST_MS)

/** Map, list and panels: beside one another on a desk, one under the other on a phone. */
export const BoardBody = memo(function BoardBody(props: BoardBodyProps) {
  const { plan, data, search, onSearch, phone, CentreList, Tasks } = props
  const onSelect = useCallback((code: string | undefined) => onSearch({ select: code }), [onSearch])
  const onNode = useCallback((node: BoardSearch['node']) => onSearch({ node }), [onSearch])
  const onCounty = useCallback(
    (code: string | undefined) => onSearch({ county: code === undefined ? undefined : [code] }),
    [onSearch],
  )
  const rested = useRested(data, restMs)
  const county = search.county?.length === 1 ? search.county[0] : undefined
  const instrument = data.summary.data && (
    <Instrument
      plan={plan}
      centres={data.centres.data ?? NO_CENTRES}
      summary={data.summary.data}
      node={search.node}
      focus={county}
      selected={search.select}
      onSelect={onSelect}
      onCounty={onCounty}
      onNode={onNode}
    />
  )
  const list = (
    <BoardList
      plan={plan}
      asOf={data.asOf}
      centres={data.centres}
      CentreList={CentreList}
      selected={search.select}
      onSelect={onSelect}
    />
  )
  const tasks = Tasks && <Tasks plan={plan} />
  const panels = (
    <div className={classes.panels}>
      {!phone && tasks}
      <Suspense fallback={<div className={classes.panelsWait} />}>
        <BoardPanels plan={plan} data={rested} county={county} onCounty={onCounty} />
      </Suspense>
    </div>
  )
  if (phone) {
    const view = search.view ?? 'list'
    return (
      <>
        {tasks}
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
})
