import { useEffect, useState } from 'react'

const PAUSE_MS = { day: 350, week: 700, node: 1400 } as const

interface PlaybackOptions {
  unit: keyof typeof PAUSE_MS
  /** Whether what the present day shows has arrived; the next step waits for it. */
  settled: boolean
  atEnd: boolean
  day: string
  step: () => void
}

/** Steps on by itself, never faster than the data comes, and stops at the end. */
export function usePlayback({ unit, settled, atEnd, day, step }: PlaybackOptions) {
  const [playing, setPlaying] = useState(false)
  useEffect(() => {
    if (playing && atEnd) setPlaying(false)
  }, [playing, atEnd])
  useEffect(() => {
    if (!playing || !settled || atEnd) return
    const timer = setTimeout(step, PAUSE_MS[unit])
    return () => clearTimeout(timer)
  }, [playing, settled, atEnd, day, unit, step])
  return { playing, setPlaying }
}
