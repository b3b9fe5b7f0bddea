import { useSyncExternalStore } from 'react'
import { createHoverStore } from './hover-store.ts'

export const centreHover = createHoverStore()

export const setHoveredCentre = centreHover.set

/** Whether this centre is under the pointer or has the focus, here or in a linked view. */
export function useIsHovered(code: string): boolean {
  return useSyncExternalStore(
    centreHover.subscribe,
    () => centreHover.get() === code,
    () => false,
  )
}
