import { type KeyboardEvent, useRef } from 'react'
import { type Cell, moved } from './cells.ts'
import type { SheetState } from './use-sheet.ts'

interface KeysInput {
  sheet: SheetState
  /** Selects and takes the focus along. */
  go: (cell: Cell, extend?: boolean) => void
  refocus: () => void
  onOpen: () => void
  onAnswer: () => void
}

/** The cell an edit leads to when its key commits it; null: the key belongs to the text. */
function leaving({ key, shiftKey }: KeyboardEvent, { active, draft }: SheetState): Cell | null {
  const { row, col } = active
  if (key === 'Enter') return { row: row + (shiftKey ? -1 : 1), col }
  if (key === 'Tab') return { row, col: col + (shiftKey ? -1 : 1) }
  const arrow = draft?.typed && key.startsWith('Arrow')
  return arrow ? moved(active, key, false, { rows: Number.MAX_SAFE_INTEGER, cols: Number.MAX_SAFE_INTEGER }) : null
}

function whileEditing(event: KeyboardEvent, { sheet, go, refocus }: KeysInput): boolean {
  if (event.key === 'Escape') {
    sheet.cancel()
    refocus()
    return true
  }
  const to = leaving(event, sheet)
  if (!to) return false
  sheet.commit()
  go(to)
  return true
}

type Command = (input: KeysInput) => void
const WITH_CTRL: Readonly<Record<string, Command>> = {
  z: ({ sheet }) => sheet.undo(),
  y: ({ sheet }) => sheet.redo(),
  Z: ({ sheet }) => sheet.redo(),
  d: ({ sheet }) => sheet.fillDown(),
  Enter: ({ onOpen }) => onOpen(),
}

function enter({ sheet, refocus, onOpen }: KeysInput) {
  if (!sheet.canEdit) return onOpen()
  sheet.write(sheet.sheet.text(sheet.active), false)
  refocus()
}
const PLAIN: Readonly<Record<string, Command>> = {
  Enter: enter,
  F2: enter,
  Delete: ({ sheet }) => sheet.clear(),
  Backspace: ({ sheet }) => sheet.clear(),
}

/** Tab goes right, and out of the sheet at the end of a row or after Esc, so that nobody is kept in it. */
function tabTo({ active, sheet }: SheetState, back: boolean): Cell | null {
  const col = active.col + (back ? -1 : 1)
  return col < 0 || col >= sheet.cols ? null : { row: active.row, col }
}

function whileMoving(event: KeyboardEvent, input: KeysInput, leaves: boolean): boolean {
  const { sheet, go } = input
  const ctrl = event.ctrlKey || event.metaKey
  if (event.altKey) {
    if (event.key === 'Enter') input.onAnswer()
    return event.key === 'Enter'
  }
  if (event.key === 'Tab') {
    const to = leaves ? null : tabTo(sheet, event.shiftKey)
    if (to) go(to)
    return to !== null
  }
  const to = moved(event.shiftKey ? sheet.far : sheet.active, event.key, ctrl, sheet.sheet)
  if (to) {
    go(to, event.shiftKey)
    return true
  }
  const command = (ctrl ? WITH_CTRL : PLAIN)[event.key]
  command?.(input)
  return command !== undefined
}

/** The keys of a spreadsheet. */
export function useSheetKeys(input: KeysInput) {
  const leaves = useRef(false)
  return (event: KeyboardEvent) => {
    // What an input method composes is none of the sheet's business until it is done.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    const { draft } = input.sheet
    const taken = draft ? whileEditing(event, input) : whileMoving(event, input, leaves.current)
    leaves.current = draft === null && (event.key === 'Escape' || (leaves.current && event.key === 'Shift'))
    if (!taken) return
    event.preventDefault()
    event.stopPropagation()
  }
}
