import { Outlet, useLocation, useMatches, useSearch } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useSession } from '../session/use-me.ts'
import { SignedInLayout } from './signed-in-layout.tsx'
import { WallLayout } from './wall-layout.tsx'

const SignIn = lazy(() => import('./sign-in.route.tsx').then(module => ({ default: module.SignInRoute })))
const WallEnded = lazy(() => import('../features/wall/wall-ended.tsx').then(module => ({ default: module.WallEnded })))

/** Who looks decides what frames the page; one who is not signed in finds the sign-in in its place. */
export function Layout() {
  const me = useSession()
  const { wall } = useSearch({ strict: false })
  const path = useLocation({ select: location => location.pathname })
  const { open, needs } = useMatches({ select: matches => matches.at(-1)?.staticData }) ?? {}
  if (open) return <Outlet />
  if (!me) return <Suspense>{wall ? <WallEnded /> : <SignIn />}</Suspense>
  if (me.role === 'wall') return <WallLayout path={path} />
  return <SignedInLayout me={me} path={path} needs={needs} />
}
