import { type ComponentProps, useEffect, useRef } from 'react'
import classes from './dialog.module.css'
import { Dialog } from './dialog.tsx'

/** A dialog to fill in: the first field has the focus. */
export function FormDialog({ children, ...rest }: ComponentProps<typeof Dialog>) {
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => body.current?.querySelector<HTMLElement>('select, input:not([hidden]), textarea')?.focus(), [])
  return (
    <Dialog {...rest}>
      <div ref={body} className={classes.body}>
        {children}
      </div>
    </Dialog>
  )
}
