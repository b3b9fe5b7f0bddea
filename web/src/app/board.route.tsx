import { BoardPage } from '../features/board/board.page.tsx'

export function BoardRoute() {
  return <BoardPage />
}
