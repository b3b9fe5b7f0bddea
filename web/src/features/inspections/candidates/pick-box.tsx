import { useEffect, useRef } from 'react'
import type { RowMainProps } from '../../../components/data-table/column.ts'
import classes from './pick-box.module.css'

interface PickBoxProps {
  label: string
  checked: boolean
  /** Some of many are picked. */
  partly?: boolean
  disabled?: boolean
  title?: string
  main?: RowMainProps
  /** Whether Shift was held: from the one pressed before to this one. */
  onPick: (asRange: boolean) => void
}

/** A box in the middle of a target of its own, so that a finger finds it. */
export function PickBox({ label, checked, partly = false, disabled, title, main, onPick }: PickBoxProps) {
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (box.current) box.current.indeterminate = partly
  }, [partly])
  return (
    <label className={classes.target} title={title}>
      <input
        ref={box}
        type="checkbox"
        className={classes.box}
        aria-label={label}
        aria-disabled={disabled || undefined}
        checked={checked}
        onChange={event => disabled || onPick((event.nativeEvent as MouseEvent).shiftKey === true)}
        {...main}
      />
    </label>
  )
}
