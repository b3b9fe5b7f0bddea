import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { type ComponentType, memo, Suspense, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { LoadError } from '../../components/load-error.tsx'
import { useInSight } from '../../components/use-while-in-sight.ts'
import classes from './board.module.css'
import type { CentreListProps } from './board.page.tsx'
import type { BoardData } from './use-board-data.ts'
import { useRested } from './use-rested.ts'

type ListData = Pick<BoardData, 'asOf' | 'centres'>

interface BoardListProps extends ListData, Pick<CentreListProps, 'selected' | 'onSelect'> {
  plan: Plan
  CentreList: ComponentType<CentreListProps>
}

const REST_MS = { inSight: 150, outOfSight: 600 }
/** The time control lies over the foot of the window. */
const MARGIN = '0px 0px -64px'

/** The last list a hand at rest asked for; a filter is answered at once. */
function useRestedList(data: ListData, inSight: boolean): ListData {
  return useRested(data, (waiting, shown) => {
    if (waiting.asOf === shown.asOf || shown.centres.data === undefined) return 0
    return inSight ? REST_MS.inSight : REST_MS.outOfSight
  })
}

/** The table twin of the map, as the board shows it. */
export const BoardList = memo(function BoardList({ plan, CentreList, selected, onSelect, ...data }: BoardListProps) {
  const { t } = useTranslation('board')
  const { ref, inSight } = useInSight(MARGIN)
  const waiting = useMemo(() => ({ asOf: data.asOf, centres: data.centres }), [data.asOf, data.centres])
  const { asOf, centres } = useRestedList(waiting, inSight)
  const { data: rows, error, refetch } = centres
  return (
    <section ref={ref} className={classes.list} aria-label={t('map.twin')}>
      {error ? (
        <LoadError error={error} onRetry={() => void refetch()} />
      ) : rows === undefined ? (
        <div className={classes.listWait} />
      ) : rows.length === 0 ? (
        <p className={classes.empty}>{t('empty')}</p>
      ) : (
        asOf && (
          <Suspense fallback={<div className={classes.listWait} />}>
            <CentreList plan={plan} asOf={asOf} centres={rows} selected={selected} onSelect={onSelect} />
          </Suspense>
        )
      )}
    </section>
  )
})
