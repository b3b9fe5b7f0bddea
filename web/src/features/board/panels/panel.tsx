import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { dayInProse } from '../../../format/format.ts'
import { useLanguage } from '../../../i18n/use-language.ts'
import classes from './panel.module.css'

/** What a panel needs of a query's result. */
export interface PanelQuery<T> {
  data: T | undefined
  error: Error | null
  refetch: () => unknown
}

interface PanelProps<T> {
  title: string
  asOf: string | undefined
  /** Said beside the heading instead of the day, where the panel is about more than one. */
  aside?: string
  query: PanelQuery<T>
  actions?: (data: T) => ReactNode
  children: (data: T) => ReactNode
  /** Room kept while the data is on its way, so that nothing jumps. */
  minHeight: number
}

/** One block of the board: a heading, the day it is about, its switches, and what it shows. */
export function Panel<T>({ title, asOf, aside, query, actions, children, minHeight }: PanelProps<T>) {
  const { t } = useTranslation('panels')
  const { name } = useLanguage()
  const id = useId()
  const { data } = query
  return (
    <section className={classes.panel} aria-labelledby={id} aria-busy={data === undefined && !query.error}>
      <div className={classes.head}>
        <h2 id={id} className={classes.title}>
          {title}
        </h2>
        <span className={classes.asOf}>{aside ?? (asOf && t('asOf', { day: dayInProse(asOf, name) }))}</span>
        <span className={classes.actions}>{data !== undefined && actions?.(data)}</span>
      </div>
      <div style={{ minHeight }}>
        {data !== undefined ? children(data) : <PanelState error={query.error} onRetry={query.refetch} />}
      </div>
    </section>
  )
}

function PanelState({ error, onRetry }: { error: Error | null; onRetry: () => unknown }) {
  const { t } = useTranslation()
  if (!error) return <p className={classes.state}>{t('loading')}</p>
  return (
    <p className={classes.state} role="alert">
      {t('error.load')}{' '}
      <button type="button" className={classes.action} onClick={() => onRetry()}>
        {t('error.retry')}
      </button>
    </p>
  )
}
