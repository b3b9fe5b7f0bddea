import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { RowMainProps } from './data-table/column.ts'

interface CentreLinkProps {
  code: string
  children: ReactNode
  main?: Partial<RowMainProps>
  className?: string
}

/** A link to a centre's page; the day shown and the language go along by themselves. */
export function CentreLink({ code, children, main, className }: CentreLinkProps) {
  return (
    <Link to="/centres/$code" params={{ code }} className={className} {...main}>
      {children}
    </Link>
  )
}
