import { createContext, useContext, useEffect, useLayoutEffect } from 'react'

/** What stays open while something sent from it has no answer; counts what is on its way. */
export const Hold = createContext<(step: 1 | -1) => void>(() => undefined)

/** While something is not saved, the window asks before it closes. */
export function useUnsaved(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return
    const hold = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', hold)
    return () => removeEventListener('beforeunload', hold)
  }, [isUnsaved])
}

/** A form on its way stays until there is an answer: a refusal is said where it can be seen. */
export function useHold(isSending: boolean): void {
  const hold = useContext(Hold)
  useUnsaved(isSending)
  useLayoutEffect(() => {
    if (!isSending) return
    hold(1)
    return () => hold(-1)
  }, [isSending, hold])
}
