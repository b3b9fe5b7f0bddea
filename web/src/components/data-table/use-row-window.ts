import { useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect } from 'react'
import type { RowWindow } from './data-table.tsx'

interface RowWindowOptions {
  count: number
  rowHeight: number
  scroller: RefObject<HTMLElement | null>
  /** Called when the last loaded rows come into sight. */
  onNearEnd: () => void
}

const NEAR_END = 30

/** Draws only the rows in sight of a long list. */
export function useRowWindow({ count, rowHeight, scroller, onNearEnd }: RowWindowOptions): RowWindow {
  const virtualizer = useVirtualizer({
    count,
    estimateSize: () => rowHeight,
    getScrollElement: () => scroller.current,
    overscan: 12,
    scrollPaddingStart: 40,
  })
  useEffect(() => virtualizer.measure(), [virtualizer, rowHeight])
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
