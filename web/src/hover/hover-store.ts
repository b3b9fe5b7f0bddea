import { useSyncExternalStore } from 'react'

export interface HoverStore {
  get(): string | null
  set(code: string | null): void
  subscribe(listener: () => void): () => void
}

/** One pointer, so one hovered thing of a kind: linked views listen to it without drawing the page again. */
export function createHoverStore(): HoverStore {
  let hovered: string | null = null
  const listeners = new Set<() => void>()
  return {
    get: () => hovered,
    set(code) {
      if (code === hovered) return
      hovered = code
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

const nothing = () => null

export function useHovered(store: HoverStore): string | null {
  return useSyncExternalStore(store.subscribe, store.get, nothing)
}
