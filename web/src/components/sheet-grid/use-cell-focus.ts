import { type RefObject, useLayoutEffect, useRef } from 'react'
import type { Cell } from './cells.ts'

/** The focus follows the active cell once asked to, also to a row that is not drawn yet. */
export function useCellFocus(scroller: RefObject<HTMLElement | null>, active: Cell, scrollTo: (row: number) => void) {
  const isWanted = useRef(false)
  const hadFocus = useRef(false)

  useLayoutEffect(() => {
    const element = scroller.current
    const cell = element?.querySelector<HTMLElement>('[data-active]')
    // Scrolled out of what is drawn, the active cell takes the focus along; keys still belong to the sheet.
    if (!cell && hadFocus.current && document.activeElement === document.body) element?.focus({ preventScroll: true })
    if (!isWanted.current || !cell) return
    isWanted.current = false
    const control = cell.querySelector<HTMLElement>('input, select') ?? cell
    control.focus({ preventScroll: true })
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  })

  useLayoutEffect(() => {
    if (isWanted.current) scrollTo(active.row)
  }, [active.row, scrollTo])

  return {
    want: () => {
      isWanted.current = true
    },
    onFocus: () => {
      hadFocus.current = true
    },
    onBlur: (inSheet: boolean) => {
      hadFocus.current = inSheet
    },
  }
}
