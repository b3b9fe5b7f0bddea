import { type KeyboardEvent, useEffect, useRef, useState } from 'react'

const PAGE = 10

function target(key: string, current: number, last: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(current + 1, last)
    case 'ArrowUp':
      return Math.max(current - 1, 0)
    case 'PageDown':
      return Math.min(current + PAGE, last)
    case 'PageUp':
      return Math.max(current - PAGE, 0)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return null
  }
}

/** One tab stop for a table: arrow keys move the focus from row to row, also to rows not drawn yet. */
export function useRowKeys(count: number, scrollTo?: (index: number) => void) {
  const body = useRef<HTMLTableSectionElement>(null)
  const [active, setActive] = useState(0)
  const pending = useRef<number | null>(null)

  useEffect(() => {
    if (pending.current === null) return
    const main = body.current?.querySelector<HTMLElement>(`[data-index="${pending.current}"] [data-row-main]`)
    if (!main) return
    main.focus({ preventScroll: scrollTo !== undefined })
    pending.current = null
  })

  const indexOf = (element: EventTarget) => {
    const row = element instanceof Element ? element.closest('[data-index]') : null
    return row === null ? active : Number(row.getAttribute('data-index'))
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const current = indexOf(event.target)
    const next = target(event.key, current, count - 1)
    if (next === null) return
    event.preventDefault()
    event.stopPropagation()
    pending.current = next
    scrollTo?.(next)
    setActive(next)
  }

  return { body, active, onKeyDown, onFocus: (event: { target: EventTarget }) => setActive(indexOf(event.target)) }
}
