import { useRef, useState } from 'react'
import { ApiError } from '../../api/client.ts'
import { useActId } from './use-act-id.ts'
import { useCommand } from './use-command.ts'
import { useHold } from './use-hold.ts'

interface Versioned {
  version: number
}

interface ActOptions<Content, Done, Thing> {
  /** The version the act is begun from. */
  version: number
  /** Sends the act under its id, from a version (`If-Match`). */
  send: (content: Content, id: string, ifMatch: number) => Promise<Done>
  /** Puts what came of it on the page, before it counts as done. */
  place?: (done: Done) => void
  onDone: (done: Done, content: Content) => void
  /** Somebody was quicker; the thing as it is now. */
  onStale?: (now: Thing) => void
  /** Whether what somebody else did does not touch the act: it is sent once more by itself. */
  isHarmless?: (now: Thing) => boolean
}

/** How an act stands. */
export interface ActState<Content, Thing> {
  send: (content: Content) => void
  /** The thing as somebody else has left it, where that is why it was refused. */
  stale: Thing | null
  error: Error | null
  isPending: boolean
  isDone: boolean
}

/** The thing as it is now, where it was refused to act on what it was. */
export const staleIn = <Thing>(error: Error | null): Thing | null =>
  error instanceof ApiError && error.code === 'versionStale' ? (error.current as Thing) : null

/** What queries hold anew is on the page a task later: they tell of it in a timer set before this one. */
const shown = () => new Promise(resolve => setTimeout(resolve))

/**
 * Does an act on a thing, one at a time, from the version it was begun with; where that changed meanwhile, from the
 * one then shown.
 */
export function useAct<Content, Done, Thing extends Versioned>(options: ActOptions<Content, Done, Thing>) {
  const { version, send, place, onDone, onStale, isHarmless } = options
  const { idOf, forget } = useActId()
  const seen = useRef(0)
  // The command's own state comes a task after the press: too late for a second one.
  const [isPending, setPending] = useState(false)
  useHold(isPending)

  const run = async (content: Content) => {
    const id = idOf(content)
    try {
      return await send(content, id, Math.max(version, seen.current))
    } catch (error) {
      const now = staleIn<Thing>(error as Error)
      if (!now) throw error
      seen.current = now.version
      onStale?.(now)
      if (!isHarmless?.(now)) throw error
      return await send(content, id, now.version)
    }
  }
  const command = useCommand(
    (content: Content) =>
      run(content).catch((error: Error) => {
        setPending(false)
        throw error
      }),
    async (done, content) => {
      forget()
      place?.(done)
      await shown()
      setPending(false)
      onDone(done, content)
    },
  )
  const state: ActState<Content, Thing> = {
    send: content => {
      if (isPending) return
      setPending(true)
      command.mutate(content)
    },
    stale: staleIn<Thing>(command.error),
    error: command.error,
    isPending,
    isDone: command.isSuccess,
  }
  return state
}
