import { useSyncExternalStore } from 'react'

/** Several requests find the session ended; one question is put, and all wait for its answer. */
export function createRenewal() {
  let asked: { promise: Promise<boolean>; answer: (renewed: boolean) => void } | null = null
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of listeners) listener()
  }

  return {
    /** Asks for a new session, or joins those who wait for one. */
    ask(): Promise<boolean> {
      if (asked) return asked.promise
      let answer = (_renewed: boolean) => {}
      const promise = new Promise<boolean>(resolve => {
        answer = resolve
      })
      asked = { promise, answer }
      tell()
      return promise
    },
    answer(renewed: boolean): void {
      asked?.answer(renewed)
      asked = null
      tell()
    },
    isAsked: () => asked !== null,
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
export type RenewalStore = ReturnType<typeof createRenewal>

export const useIsAsked = (renewal: RenewalStore): boolean =>
  useSyncExternalStore(renewal.subscribe, renewal.isAsked, () => false)
