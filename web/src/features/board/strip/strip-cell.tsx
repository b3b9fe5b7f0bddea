import type { ReactNode } from 'react'
import classes from './strip.module.css'

export function StripCell({ label, kind, children }: { label: ReactNode; kind: string; children: ReactNode }) {
  return (
    <section className={classes[kind] ? `${classes.cell} ${classes[kind]}` : classes.cell}>
      <h2 className={classes.label}>{label}</h2>
      {children}
    </section>
  )
}
