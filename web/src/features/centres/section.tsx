import { type ReactNode, useId } from 'react'
import classes from './centre.module.css'

interface SectionProps {
  title: string
  help?: string
  actions?: ReactNode
  children: ReactNode
}

export function Section({ title, help, actions, children }: SectionProps) {
  const id = useId()
  return (
    <section className={classes.section} aria-labelledby={id}>
      <div className={classes.sectionHead}>
        <h2 id={id} className={classes.sectionTitle}>
          {title}
        </h2>
        {help && <span className={classes.help}>{help}</span>}
        <span className={classes.sectionActions}>{actions}</span>
      </div>
      {children}
    </section>
  )
}
