import type { Me } from '@lvliang/shared/accounts/account.schema'
import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useState } from 'react'
import { onSessionEnd } from '../api/client.ts'
import { meQueries } from '../session/me.queries.ts'
import { createRenewal, useIsAsked } from '../session/renewal.ts'

const load = () => import('../features/sign-in/session-ended.tsx')
const SessionEnded = lazy(() => load().then(module => ({ default: module.SessionEnded })))
const AccountChanged = lazy(() => load().then(module => ({ default: module.AccountChanged })))

const FETCHED_AHEAD_AFTER_MS = 60_000

/** Keeps the page while its session is renewed; under another account it does not stay. */
export function SessionGuard({ me }: { me: Me }) {
  const queries = useQueryClient()
  const [owner] = useState(me)
  const [renewal] = useState(createRenewal)
  const isAsked = useIsAsked(renewal)

  useEffect(() => {
    onSessionEnd(renewal.ask)
    return () => onSessionEnd(null)
  }, [renewal])

  useEffect(() => {
    // A newer build no longer has this file when the session ends, and what was typed must not depend on it.
    const timer = setTimeout(() => void load().catch(() => {}), FETCHED_AHEAD_AFTER_MS)
    return () => clearTimeout(timer)
  }, [])

  const goOn = (renewed: Me) => {
    queries.setQueryData(meQueries.current().queryKey, renewed)
    renewal.answer(renewed.id === owner.id)
    if (renewed.id === owner.id) void queries.refetchQueries({ predicate: query => query.state.status === 'error' })
  }

  if (me.id !== owner.id) {
    return (
      <Suspense>
        <AccountChanged me={me} />
      </Suspense>
    )
  }
  return (
    <Suspense>
      {isAsked && <SessionEnded me={owner} onSignedIn={goOn} onLater={() => renewal.answer(false)} />}
    </Suspense>
  )
}
