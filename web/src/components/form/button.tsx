import type { ComponentProps } from 'react'
import { classNames } from '../class-names.ts'
import classes from './form.module.css'

interface ButtonProps extends ComponentProps<'button'> {
  /** `primary`: what one came for; `danger`: takes something away; `link`: by the way. */
  look?: 'plain' | 'primary' | 'danger' | 'link'
  /** On its way: a second press does nothing. */
  busy?: boolean
}

export function Button({ look = 'plain', busy, className, type = 'button', onClick, ...rest }: ButtonProps) {
  const looks = look === 'link' ? classes.link : classNames(classes.button, look !== 'plain' && classes[look])
  return (
    <button
      {...rest}
      type={type}
      aria-busy={busy || undefined}
      className={classNames(looks, className)}
      onClick={event => (busy ? event.preventDefault() : onClick?.(event))}
    />
  )
}
