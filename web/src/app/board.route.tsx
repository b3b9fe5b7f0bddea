import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { useSearch } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import boardClasses from '../features/board/board.module.css'
import { BoardPage, type CentreListProps } from '../features/board/board.page.tsx'
import { useMay } from '../session/use-me.ts'

const LinkedList = lazy(() => import('./linked-list.tsx').then(module => ({ default: module.LinkedList })))

const CentreList = (props: CentreListProps) => <LinkedList {...props} />

const TaskPanel = lazy(() => import('../features/tasks/task-panel.tsx').then(module => ({ default: module.TaskPanel })))

/** Who verifies has their 待办 on the board; the others theirs elsewhere, or none; a wall screen shows nobody's. */
function Tasks({ plan }: { plan: Plan }) {
  const may = useMay('verifyStage')
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

/** The board with the centres' own list under its map and what is to be done beside it: where the features meet. */
export function BoardRoute() {
  return <BoardPage CentreList={CentreList} Tasks={Tasks} />
}
