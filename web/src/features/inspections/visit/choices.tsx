import { useId } from 'react'
import { classNames } from '../../../components/class-names.ts'
import form from '../../../components/form/form.module.css'
import classes from './choices.module.css'

export interface Choice<T extends string> {
  value: T
  label: string
  look?: 'good' | 'bad' | 'calm'
  disabled?: boolean
}

interface ChoicesProps<T extends string> {
  /** Said above them; `hidden`: to screen readers alone. */
  label: string
  hidden?: boolean
  value: T | null
  options: readonly Choice<T>[]
  onChoose: (value: T) => void
}

const MARKS = { good: '✓', bad: '✕', calm: '–' }

/** One of a few, each as large as a thumb. */
export function Choices<T extends string>({ label, hidden, value, options, onChoose }: ChoicesProps<T>) {
  const id = useId()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row beside others
    <div role="group" aria-labelledby={id} className={classes.group}>
      <span id={id} className={hidden ? 'visually-hidden' : form.label}>
        {label}
      </span>
      <div className={classes.row}>
        {options.map(({ value: one, label: says, look = 'calm', disabled }) => {
          const chosen = one === value
          return (
            <button
              key={one}
              type="button"
              className={classNames(classes.choice, chosen && classes.chosen, chosen && classes[look])}
              aria-pressed={chosen}
              disabled={disabled}
              onClick={() => onChoose(one)}
            >
              {chosen && look !== 'calm' && (
                <span aria-hidden="true" className={classes.mark}>
                  {MARKS[look]}
                </span>
              )}
              {says}
            </button>
          )
        })}
      </div>
    </div>
  )
}
