import type { ClipboardEvent, MouseEvent } from 'react'
import type { Cell } from './cells.ts'
import type { SheetState } from './use-sheet.ts'

function cellAt(target: EventTarget): Cell | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-col]') : null
  const row = cell?.closest<HTMLElement>('[data-index]')
  return cell && row ? { row: Number(row.dataset.index), col: Number(cell.dataset.col) } : null
}

/** Whether the press belongs to the control under it: placing the caret, opening the choices. */
const isForControl = ({ target }: MouseEvent, { draft }: SheetState) =>
  target instanceof Element && (target.matches('select') || (draft !== null && target.matches('input')))

/** A press selects, with Shift or drawn further a block; a double press edits. */
export function sheetPointer(sheet: SheetState, go: (cell: Cell, extend?: boolean) => void, refocus: () => void) {
  return {
    onMouseDown(event: MouseEvent) {
      const cell = event.button === 0 ? cellAt(event.target) : null
      if (!cell || isForControl(event, sheet)) return
      event.preventDefault()
      if (sheet.draft) sheet.commit()
      go(cell, event.shiftKey)
    },
    onMouseOver(event: MouseEvent) {
      const cell = event.buttons === 1 && !sheet.draft ? cellAt(event.target) : null
      if (cell) sheet.select(cell, true)
    },
    onDoubleClick() {
      if (!sheet.canEdit || sheet.draft) return
      sheet.write(sheet.sheet.text(sheet.active), false)
      refocus()
    },
  }
}

/** Blocks come and go as spreadsheets write them; while a cell is edited the clipboard is the text's. */
export function sheetClipboard(sheet: SheetState) {
  const onCopy = (event: ClipboardEvent) => {
    if (sheet.draft) return
    event.preventDefault()
    event.clipboardData.setData('text/plain', sheet.copied())
    if (event.type === 'cut') sheet.clear()
  }
  return {
    onCopy,
    onCut: onCopy,
    onPaste(event: ClipboardEvent) {
      if (sheet.draft) return
      event.preventDefault()
      sheet.paste(event.clipboardData.getData('text/plain'))
    },
  }
}
