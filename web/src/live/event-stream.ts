import type { LiveEvent } from '@lvliang/shared/live/live-event.schema'

/** `live`: changes arrive as they happen; `away`: the connection is being sought. */
export type StreamState = 'live' | 'away'

export interface Listener {
  /** `isNew`: it happens now; else it happened while nobody listened. */
  onEvent: (event: LiveEvent, isNew: boolean) => void
  /** What happened meanwhile is not told one by one. `isFirst`: nothing was heard before. */
  onReset: (isFirst: boolean) => void
  onState: (state: StreamState) => void
  /** Is listening again. */
  onReturn: () => void
}

const SHORTEST_PAUSE_MS = 4000
const LONGEST_PAUSE_MS = 60_000
/** A hidden page gives its connection back: a browser has few for one origin. */
const HIDDEN_FOR_MS = 10_000

/** Where one stands, kept by who listens: the last event heard; null: none. */
export interface Place {
  current: number | null
  /** Whether anything was listened to before. */
  wasLive: boolean
}

/** Listens to changes from a place on, for as long as the page is seen; answers how to end it. */
export function listen(place: Place, { onEvent, onReset, onState, onReturn }: Listener): () => void {
  let source: EventSource | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let pauseMs = SHORTEST_PAUSE_MS

  const disconnect = () => {
    clearTimeout(timer)
    source?.close()
    source = null
  }

  const connect = () => {
    disconnect()
    let caughtUp = false
    const opened = new EventSource(`/api/events${place.current === null ? '' : `?lastEventId=${place.current}`}`)
    source = opened
    const take = (event: Event) => {
      const { lastEventId, data } = event as MessageEvent<string>
      const isFirst = place.current === null
      if (lastEventId !== '') place.current = Number(lastEventId)
      return { data, isFirst }
    }
    opened.addEventListener('message', event => onEvent(JSON.parse(take(event).data) as LiveEvent, caughtUp))
    opened.addEventListener('reset', event => onReset(take(event).isFirst))
    opened.addEventListener('hello', event => {
      caughtUp = true
      pauseMs = SHORTEST_PAUSE_MS
      if (take(event).isFirst) onReset(true)
      onState('live')
      if (place.wasLive) onReturn()
      place.wasLive = true
    })
    opened.addEventListener('error', () => {
      caughtUp = false
      onState('away')
      // Refused: the browser does not try again by itself.
      if (opened.readyState !== EventSource.CLOSED) return
      clearTimeout(timer)
      timer = setTimeout(connect, pauseMs)
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)
    })
  }

  const onVisibility = () => {
    if (document.visibilityState === 'hidden') {
      clearTimeout(timer)
      timer = setTimeout(disconnect, HIDDEN_FOR_MS)
    } else if (source === null || source.readyState === EventSource.CLOSED) connect()
    else clearTimeout(timer)
  }
  const onOnline = () => {
    if (source?.readyState !== EventSource.OPEN) connect()
  }
  document.addEventListener('visibilitychange', onVisibility)
  addEventListener('online', onOnline)
  addEventListener('pagehide', disconnect)
  addEventListener('pageshow', onVisibility)
  if (document.visibilityState !== 'hidden') connect()
  return () => {
    document.removeEventListener('visibilitychange', onVisibility)
    removeEventListener('online', onOnline)
    removeEventListener('pagehide', disconnect)
    removeEventListener('pageshow', onVisibility)
    disconnect()
  }
}
