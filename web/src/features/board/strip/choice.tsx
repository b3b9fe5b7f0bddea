import type { ReactNode } from 'react'
import { Delta } from './delta.tsx'
import classes from './strip.module.css'

interface ChoiceProps {
  label: ReactNode
  n: number
  before: number | undefined
  pressed: boolean
  onToggle: () => void
}

/** A count that is also a filter. */
export function Choice({ label, n, before, pressed, onToggle }: ChoiceProps) {
  return (
    <button type="button" className={classes.choice} aria-pressed={pressed} onClick={onToggle}>
      <span>{label}</span>
      <b className={classes.count}>{n}</b>
      <Delta value={before === undefined ? undefined : n - before} />
    </button>
  )
}
