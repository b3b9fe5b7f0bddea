import { startTransition, useEffect, useState } from 'react'

/**
 * The value once it has stayed the same for a moment: what is costly to draw waits until the hand rests. How long is
 * asked of the value waiting and the one shown.
 */
export function useRested<T>(value: T, restMs: (waiting: T, shown: T) => number): T {
  const [shown, setShown] = useState(value)
  const rest = restMs(value, shown)
  useEffect(() => {
    // In a transition: any other update would be drawn at once by the next key pressed.
    const timer = setTimeout(() => startTransition(() => setShown(() => value)), rest)
    return () => clearTimeout(timer)
  }, [value, rest])
  return shown
}
