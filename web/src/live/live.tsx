import { type ComponentType, lazy, Suspense, useEffect, useState } from 'react'

const Nothing = () => null

// Without it the page is as good as a printed one; that must not take the page away.
const LiveChanges = lazy<ComponentType>(() =>
  import('./live-changes.tsx').then(
    module => ({ default: module.LiveChanges }),
    () => ({ default: Nothing }),
  ),
)

const AFTER_FIRST_LOAD_MS = 1500
const whenIdle = (run: () => void) => ('requestIdleCallback' in window ? requestIdleCallback(run) : run())

/** Begins to listen to changes once the page has all it shows first. */
export function Live() {
  const [isReady, setReady] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => whenIdle(() => setReady(true)), AFTER_FIRST_LOAD_MS)
    return () => clearTimeout(timer)
  }, [])
  return <Suspense>{isReady && <LiveChanges />}</Suspense>
}
