import { useEffect, useState } from 'react'

interface Loaded<T> {
  module: T | undefined
  error: Error | null
  retry: () => void
}

/**
 * A part of the page fetched when first needed, held in plain state. The map may stand inside no Suspense boundary:
 * Leaflet does not survive one that suspends again.
 */
export function useLoaded<T>(load: () => Promise<T>): Loaded<T> {
  const [state, setState] = useState<{ module?: T; error: Error | null }>({ error: null })
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    let gone = false
    load().then(
      module => !gone && setState({ module, error: null }),
      (error: Error) => !gone && setState({ error }),
    )
    return () => {
      gone = true
    }
  }, [load, turn])
  return { module: state.module, error: state.error, retry: () => setTurn(turn + 1) }
}
