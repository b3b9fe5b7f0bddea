import { useSyncExternalStore } from 'react'

// One pointer, so one hovered centre: map, list and tables listen to it without drawing the page again.
let hovered: string | null = null
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function setHoveredCentre(code: string | null): void {
  if (code === hovered) return
  hovered = code
  for (const listener of listeners) listener()
}

export const hoveredCentre = (): string | null => hovered
export const onHoveredCentre = subscribe

/** Whether this centre is under the pointer or has the focus, here or in a linked view. */
export function useIsHovered(code: string): boolean {
  return useSyncExternalStore(
    subscribe,
    () => hovered === code,
    () => false,
  )
}
