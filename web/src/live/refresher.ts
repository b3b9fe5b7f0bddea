import type { LiveEvent } from '@lvliang/shared/live/live-event.schema'
import type { QueryClient } from '@tanstack/react-query'
import { isAffected, isAffectedByAnything, mayShowEvidence } from './affected.ts'

/** The records of one act come together. */
const GATHER_MS = 60
/** From one refetch to the next. */
const PAUSE_MS = 1000

export interface Heard {
  event: LiveEvent
  /** False: it happened while nobody listened. */
  isNew: boolean
}

/** What is known to have changed since the last refetch. */
export interface Changes {
  heard: Heard[]
  /** Something was missed that is not told one by one. */
  everything: boolean
  /** Photos and documents may have changed meanwhile. */
  evidence: boolean
}

interface RefresherOptions {
  queries: QueryClient
  /** Whether the page is about a past day: then nothing on it is read anew until it comes back. */
  isPast: () => boolean
  /** It is now on the page, or would be were it about today. */
  onRefreshed: (changes: Changes) => void
}

const none = (): Changes => ({ heard: [], everything: false, evidence: false })

const isTouched = (key: readonly unknown[], { heard, everything, evidence }: Changes) =>
  (everything && isAffectedByAnything(key)) ||
  (evidence && mayShowEvidence(key)) ||
  heard.some(({ event }) => isAffected(key, event))

/** Reads anew what changes affect, and that alone, many at once and at most once a second. */
export function createRefresher({ queries, isPast, onRefreshed }: RefresherOptions) {
  let next: Changes | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let startedAt = Number.NEGATIVE_INFINITY
  let isReading = false
  let isStopped = false

  function schedule(): void {
    if (next === null || timer !== undefined || isReading || isStopped) return
    const ms = Math.max(GATHER_MS, startedAt + PAUSE_MS - performance.now())
    timer = setTimeout(() => void read(), ms)
  }

  async function read(): Promise<void> {
    timer = undefined
    const changes = next ?? none()
    next = null
    isReading = true
    startedAt = performance.now()
    await queries.invalidateQueries({
      predicate: ({ queryKey }) => isTouched(queryKey, changes),
      refetchType: isPast() ? 'none' : 'active',
    })
    isReading = false
    if (!isStopped) onRefreshed(changes)
    schedule()
  }

  function add(change: (changes: Changes) => void): void {
    next ??= none()
    change(next)
    schedule()
  }

  return {
    hear: (heard: Heard) => add(changes => changes.heard.push(heard)),
    readEverything: () =>
      add(changes => {
        changes.everything = true
      }),
    readEvidence: () =>
      add(changes => {
        changes.evidence = true
      }),
    stop(): void {
      isStopped = true
      clearTimeout(timer)
    },
  }
}
