import { useEffect, useState } from 'react'

const MINUTE_MS = 60_000
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart', 'focus'] as const

/** Whether somebody was at the page within so many minutes; null: it is meant to stand by itself. */
export function useAttended(minutes: number | null): boolean {
  const [isAttended, setAttended] = useState(true)
  useEffect(() => {
    if (minutes === null) return
    let seenAt = performance.now()
    const onSign = () => {
      seenAt = performance.now()
      setAttended(true)
    }
    for (const sign of SIGNS) addEventListener(sign, onSign, { passive: true, capture: true })
    const timer = setInterval(() => setAttended(performance.now() - seenAt < minutes * MINUTE_MS), MINUTE_MS / 4)
    return () => {
      for (const sign of SIGNS) removeEventListener(sign, onSign, { capture: true })
      clearInterval(timer)
    }
  }, [minutes])
  return isAttended
}
