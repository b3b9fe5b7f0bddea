import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Outlet, useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { onSessionEnd } from '../api/client.ts'
import { planQueries } from '../api/plan.queries.ts'
import { Live } from '../live/live.tsx'
import { GoTo } from './go-to.tsx'
import { PageFrame } from './page-frame.tsx'
import './wall.css'

const WallEnded = lazy(() => import('../features/wall/wall-ended.tsx').then(module => ({ default: module.WallEnded })))

const READ_ANEW_MS = 60_000
/** Drawn once for all days: the map. */
const LASTING = new Set<unknown>(['map'])

/** Reads everything shown anew each minute; a new day of the plan comes with it. */
function useReadAnew(isOver: boolean): void {
  const queries = useQueryClient()
  useEffect(() => {
    if (isOver) return
    const timer = setInterval(
      () => void queries.invalidateQueries({ predicate: ({ queryKey }) => !LASTING.has(queryKey[0]) }),
      READ_ANEW_MS,
    )
    return () => clearInterval(timer)
  }, [queries, isOver])
}

/** Whoever moved the board to another day: at midnight it is about today again. */
function useTodayAgain(today: string | undefined): void {
  const navigate = useNavigate()
  const [seen, setSeen] = useState(today)
  useEffect(() => {
    if (today === undefined || today === seen) return
    setSeen(today)
    if (seen !== undefined) void navigate({ to: '/', search: { wall: true }, replace: true })
  }, [today, seen, navigate])
}

/** The board on a screen nobody touches: larger, without navigation, never timed out. */
export function WallLayout({ path }: { path: string }) {
  const [isOver, setOver] = useState(false)
  const plan = useQuery(planQueries.current()).data
  const { asOf } = useSearch({ strict: false })
  useReadAnew(isOver)
  useTodayAgain(plan?.today)
  useEffect(() => {
    onSessionEnd(async () => {
      setOver(true)
      return false
    })
    return () => onSessionEnd(null)
  }, [])
  useEffect(() => {
    document.documentElement.dataset.wall = ''
    return () => {
      delete document.documentElement.dataset.wall
    }
  }, [])
  if (isOver) {
    return (
      <Suspense>
        <WallEnded />
      </Suspense>
    )
  }
  if (path !== '/') return <GoTo home={{ to: '/' }} wall />
  return (
    <PageFrame title={plan?.title} demonstration={plan?.demonstration} asOf={asOf ?? plan?.today} account={null}>
      <Outlet />
      <Live />
    </PageFrame>
  )
}
