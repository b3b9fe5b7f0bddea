import { lazy } from 'react'
import { BoardPage, type CentreListProps } from '../features/board/board.page.tsx'

const LinkedList = lazy(() => import('./linked-list.tsx').then(module => ({ default: module.LinkedList })))

const CentreList = (props: CentreListProps) => <LinkedList {...props} />

/** The board with the centres' own list under its map: the one place where the two features meet. */
export function BoardRoute() {
  return <BoardPage CentreList={CentreList} />
}
