import { useCallback, useEffect, useRef, useState } from 'react'

const REST_MS = 70

/**
 * The day under the thumb, ahead of the address: dragging moves the thumb at once, and the page follows when the
 * hand rests for a moment.
 */
export function useChosenDay(day: string, commit: (day: string) => void) {
  const [shown, setShown] = useState(day)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => setShown(day), [day])
  useEffect(() => () => clearTimeout(timer.current), [])
  const choose = useCallback(
    (next: string) => {
      setShown(next)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => commit(next), REST_MS)
    },
    [commit],
  )
  return { shown, choose }
}
