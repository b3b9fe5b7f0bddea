import { useRef } from 'react'
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
  onDone: (done: Done, content: Content) => void
  /** Somebody was quicker; the thing as it is now. */
  onStale?: (now: Thing) => void
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

/** Does an act on a thing from the version it was begun with; where that changed meanwhile, from the one then shown. */
export function useAct<Content, Done, Thing extends Versioned>(options: ActOptions<Content, Done, Thing>) {
  const { version, send, onDone, onStale } = options
  const { idOf, forget } = useActId()
  const shown = useRef(0)
  const command = useCommand(
    async (content: Content) => {
      try {
        return await send(content, idOf(content), Math.max(version, shown.current))
      } catch (error) {
        const now = staleIn<Thing>(error as Error)
        if (now) {
          shown.current = now.version
          onStale?.(now)
        }
        throw error
      }
    },
    (done, content) => {
      forget()
      onDone(done, content)
    },
  )
  useHold(command.isPending)
  const state: ActState<Content, Thing> = {
    send: (content: Content) => {
      if (!command.isPending) command.mutate(content)
    },
    stale: staleIn<Thing>(command.error),
    error: command.error,
    isPending: command.isPending,
    isDone: command.isSuccess,
  }
  return state
}
