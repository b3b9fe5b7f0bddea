import { type ReactNode, useId } from 'react'
import classes from './own-account.module.css'

interface SectionProps {
  title: string
  help?: string
  children: ReactNode
}

export function Section({ title, help, children }: SectionProps) {
  const id = useId()
  return (
    <section className={classes.section} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {help && <p className={classes.help}>{help}</p>}
      {children}
    </section>
  )
}
