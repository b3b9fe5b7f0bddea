import { DomainError } from '../errors.ts'
import type { Viewer } from './viewer.ts'

/** Calls back once a session has ended; answers how to take that back. */
export type OnSessionEnd = (sessionId: string, callback: () => void) => () => void

/** Chunks on their way to somebody, broken off when their session ends: by then they may have lost the right to the rest. */
export async function* whileSignedIn<T>(
  chunks: AsyncIterable<T>,
  { sessionId }: Viewer,
  onEnd: OnSessionEnd,
): AsyncGenerator<T> {
  let ended = false
  const forget =
    sessionId === null
      ? null
      : onEnd(sessionId, () => {
          ended = true
        })
  try {
    for await (const chunk of chunks) {
      if (ended) throw new DomainError('signInRequired', '会话已结束。 / The session has ended.')
      yield chunk
    }
  } finally {
    forget?.()
  }
}
