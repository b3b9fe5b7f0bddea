import { type ReactNode, useId } from 'react'
import { classNames } from '../class-names.ts'
import classes from './form.module.css'

/** Goes onto the control of a field. */
export interface ControlProps {
  id: string
  className: string
  'aria-invalid': true | undefined
  'aria-describedby': string | undefined
}

interface FieldProps {
  label: string
  help?: ReactNode
  fault?: string
  className?: string
  children: (control: ControlProps) => ReactNode
}

/** A control under its label, with what helps to fill it and what is wrong with it. */
export function Field({ label, help, fault, className, children }: FieldProps) {
  const id = useId()
  const helpId = help ? `${id}-help` : undefined
  const faultId = fault ? `${id}-fault` : undefined
  return (
    <div className={classNames(classes.field, className)}>
      <label className={classes.label} htmlFor={id}>
        {label}
      </label>
      {children({
        id,
        className: classes.input ?? '',
        'aria-invalid': fault ? true : undefined,
        'aria-describedby': classNames(faultId, helpId),
      })}
      {fault && (
        <p id={faultId} className={classes.fault}>
          {fault}
        </p>
      )}
      {help && (
        <div id={helpId} className={classes.help}>
          {help}
        </div>
      )}
    </div>
  )
}
