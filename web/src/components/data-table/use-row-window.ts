import { useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect, useLayoutEffect } from 'react'
import type { RowWindow } from './data-table.tsx'

interface RowWindowOptions {
  count: number
  rowHeight: number
  scroller: RefObject<HTMLElement | null>
  /** Names the list, so that coming back to it finds the same place. */
  placeKey?: string
  /** Called when the last loaded rows come into sight. */
  onNearEnd: () => void
}

const NEAR_END = 30

/** How far each named list was scrolled when it was left. */
const places = new Map<string, number>()
const placeOf = (key: string | undefined) => (key === undefined ? 0 : (places.get(key) ?? 0))

/** Draws only the rows in sight of a long list. */
export function useRowWindow({ count, rowHeight, scroller, placeKey, onNearEnd }: RowWindowOptions): RowWindow {
  const virtualizer = useVirtualizer({
    count,
    estimateSize: () => rowHeight,
    getScrollElement: () => scroller.current,
    overscan: 8,
    initialOffset: placeOf(placeKey),
    scrollPaddingStart: 40,
    // A synchronous update would draw everything else that waits along with the rows.
    useFlushSync: false,
  })
  useEffect(() => virtualizer.measure(), [virtualizer, rowHeight])
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element || placeKey === undefined) return
    element.scrollTop = placeOf(placeKey)
    const remember = () => void places.set(placeKey, element.scrollTop)
    element.addEventListener('scroll', remember, { passive: true })
    return () => element.removeEventListener('scroll', remember)
  }, [scroller, placeKey])

  const items = virtualizer.getVirtualItems()
  const from = items[0]?.index ?? 0
  const to = (items.at(-1)?.index ?? -1) + 1

  useEffect(() => {
    if (count > 0 && to >= count - NEAR_END) onNearEnd()
  }, [count, to, onNearEnd])

  return {
    from,
    to,
    before: from * rowHeight,
    after: Math.max(0, count - to) * rowHeight,
    scrollTo: index => virtualizer.scrollToIndex(index),
  }
}
