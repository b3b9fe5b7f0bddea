import type { Centre } from '@lvliang/shared/centres/centre.schema'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { type ComponentType, useCallback, useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import { planQueries } from '../../api/plan.queries.ts'
import { LoadError } from '../../components/load-error.tsx'
import classes from './board.module.css'
import { BoardBody } from './board-body.tsx'
import { StripSkeleton } from './board-skeleton.tsx'
import { FilterBar } from './filters/filter-bar.tsx'
import { Strip } from './strip/strip.tsx'
import { TimeControl } from './time/time-control.tsx'
import { useBoardData, usePace } from './use-board-data.ts'
import { type BoardSearch, useBoardSearch } from './use-board-search.ts'
import { useFetchAhead } from './use-fetch-ahead.ts'

export interface CentreListProps {
  plan: Plan
  asOf: string
  centres: readonly Centre[]
  selected: string | undefined
  onSelect: (code: string | undefined) => void
}

interface BoardPageProps {
  /** The table twin of the map; it belongs to another feature, so the route hands it in. */
  CentreList: ComponentType<CentreListProps>
  /** What there is to do, for those who have something to do here. */
  Tasks?: ComponentType<{ plan: Plan }>
}

/** The progress board: where the quota stands on a day, and everything on the page about that day. */
export function BoardPage({ CentreList, Tasks }: BoardPageProps) {
  const { t } = useTranslation()
  const { search, filter, change } = useBoardSearch()
  const planQuery = useQuery(planQueries.current())
  const plan = planQuery.data
  const data = useBoardData(plan, search)
  const pace = usePace(data.curve.data)
  const phone = useMediaQuery('(max-width: 760px)', false, { getInitialValueInEffect: false }) ?? false
  const { summary, previous, settled } = data
  // Numbers and time control first; map, list and panels follow without holding up the hand.
  const later = useDeferredValue(data)
  const laterSearch = useDeferredValue(search)
  const onAhead = useFetchAhead(search)
  const onDay = useCallback(
    (day: string) => change({ asOf: day === plan?.today ? undefined : day } satisfies Partial<BoardSearch>),
    [change, plan?.today],
  )
  const error = planQuery.error ?? summary.error
  return (
    <div className={classes.board}>
      <h1 className="visually-hidden">{t('nav.board')}</h1>
      {plan && summary.data ? (
        <>
          <Strip
            plan={plan}
            summary={summary.data}
            previous={previous.data}
            pace={pace}
            filter={filter}
            onFilter={change}
          />
          <FilterBar plan={plan} left={summary.data.target} filter={filter} onFilter={change} />
        </>
      ) : (
        !error && <StripSkeleton />
      )}
      {error && <LoadError error={error} onRetry={() => void Promise.all([planQuery.refetch(), summary.refetch()])} />}
      {plan && !error && (
        <BoardBody
          plan={plan}
          data={later}
          search={laterSearch}
          onSearch={change}
          phone={phone}
          CentreList={CentreList}
          Tasks={Tasks}
        />
      )}
      {plan && data.asOf && (
        <TimeControl plan={plan} day={data.asOf} onDay={onDay} settled={settled} onAhead={onAhead} />
      )}
    </div>
  )
}
