import { useLayoutEffect, useRef } from 'react'
import { classNames } from '../class-names.ts'
import type { SheetColumn } from './sheet-column.ts'
import classes from './sheet-grid.module.css'
import type { Draft } from './use-sheet.ts'

export interface ActiveCell {
  draft: Draft | null
  onWrite: (text: string) => void
  onChoose: (text: string) => void
  onLeave: () => void
  /** What is said of the cell elsewhere. */
  describedBy: string | undefined
}

interface CellControlProps {
  label: string
  text: string
  column: Pick<SheetColumn<unknown>, 'choices' | 'inputMode' | 'numeric'>
  invalid: boolean
  active: ActiveCell
}

/**
 * Takes what is typed at the active cell. It holds the cell's text, selected, before anything is typed: the first
 * key replaces it, through an input method, too, and it is read out like any field.
 */
function TextControl({ label, text, column, invalid, active }: CellControlProps) {
  const input = useRef<HTMLInputElement>(null)
  const { draft } = active
  const isEditing = draft !== null
  useLayoutEffect(() => {
    if (!isEditing && text !== undefined) input.current?.select()
  }, [isEditing, text])
  useLayoutEffect(() => {
    if (isEditing) input.current?.setSelectionRange(input.current.value.length, input.current.value.length)
  }, [isEditing])
  return (
    <input
      ref={input}
      className={classNames(classes.control, isEditing && classes.editing, column.numeric && classes.numeric)}
      value={draft?.text ?? text}
      aria-label={label}
      aria-invalid={invalid || undefined}
      aria-describedby={active.describedBy}
      autoComplete="off"
      spellCheck={false}
      inputMode={column.inputMode}
      onFocus={event => isEditing || event.target.select()}
      onChange={event => active.onWrite(event.target.value)}
      onBlur={() => document.hasFocus() && active.onLeave()}
    />
  )
}

function ChoiceControl({ label, text, column, invalid, active }: CellControlProps) {
  const select = useRef<HTMLSelectElement>(null)
  const isEditing = active.draft !== null
  useLayoutEffect(() => {
    if (isEditing) select.current?.showPicker?.()
  }, [isEditing])
  return (
    <select
      ref={select}
      className={classNames(classes.control, isEditing && classes.editing)}
      value={text}
      aria-label={label}
      aria-invalid={invalid || undefined}
      aria-describedby={active.describedBy}
      onChange={event => active.onChoose(event.target.value)}
      onBlur={active.onLeave}
    >
      {['', ...(column.choices ?? [])].map(choice => (
        <option key={choice} value={choice}>
          {choice}
        </option>
      ))}
      {!column.choices?.includes(text) && text !== '' && <option value={text}>{text}</option>}
    </select>
  )
}

export const CellControl = (props: CellControlProps) =>
  props.column.choices ? <ChoiceControl {...props} /> : <TextControl {...props} />
