import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { GiveOrder, type OrderAbout } from '../components/order-about.ts'
import boardClasses from '../features/board/board.module.css'
import { BoardPage, type CentreListProps } from '../features/board/board.page.tsx'
import { useMay } from '../session/use-me.ts'

const LinkedList = lazy(() => import('./linked-list.tsx').then(module => ({ default: module.LinkedList })))

const CentreList = (props: CentreListProps) => <LinkedList {...props} />

const TaskPanel = lazy(() => import('../features/tasks/task-panel.tsx').then(module => ({ default: module.TaskPanel })))

/** Who verifies or gives orders has their 待办 on the board; the others theirs elsewhere; a wall screen shows nobody's. */
function Tasks({ plan }: { plan: Plan }) {
  const verifies = useMay('verifyStage')
  const orders = useMay('giveOrder')
  const may = verifies || orders
  const { wall } = useSearch({ from: '/' })
  if (!may || wall) return null
  return (
    <div data-tasks="">
      <Suspense fallback={<div className={boardClasses.tasksWait} />}>
        <TaskPanel plan={plan} />
      </Suspense>
    </div>
  )
}

const NumberOrder = lazy(() =>
  import('../features/inspections/issues/raise/number-order.tsx').then(module => ({ default: module.NumberOrder })),
)

/** The board with the centres' own list under its map and what is to be done beside it: where the features meet. */
export function BoardRoute() {
  const may = useMay('giveOrder')
  const { wall } = useSearch({ from: '/' })
  const [about, setAbout] = useState<OrderAbout | null>(null)
  return (
    <GiveOrder value={may && !wall ? setAbout : null}>
      <BoardPage CentreList={CentreList} Tasks={Tasks} />
      {about && (
        <Suspense>
          <NumberOrder about={about} onClose={() => setAbout(null)} />
        </Suspense>
      )}
    </GiveOrder>
  )
}
