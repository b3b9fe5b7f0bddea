import type { MilestoneCount } from '@lvliang/shared/board/summary.schema'
import { daysBetween } from '@lvliang/shared/dates/calendar-date'
import { useTranslation } from 'react-i18next'
import { dueDayInProse, signed } from '../../../format/format.ts'
import { useLanguage } from '../../../i18n/use-language.ts'
import { Delta } from './delta.tsx'
import classes from './strip.module.css'
import { StripCell } from './strip-cell.tsx'

export interface NodeCellProps {
  /** What being past the node is called: 已选址, 已开工, 主体完工. */
  done: string
  count: MilestoneCount
  before: MilestoneCount | undefined
  target: number
  asOf: string
  /** Done in the last 30 days; undefined until known. */
  pace: number | undefined
}

/** Before the due day how fast it goes, after it what came late and what is still missing. */
function Standing({ count, asOf, pace }: Pick<NodeCellProps, 'count' | 'asOf' | 'pace'>) {
  const { t } = useTranslation('board')
  if (asOf <= count.due) return pace === undefined ? null : <span>{t('strip.pace', { n: signed(pace) })}</span>
  return (
    <>
      <span>{t('strip.late', { n: count.late })}</span>
      <span className={count.overdue > 0 ? classes.overdue : undefined}>
        {t('strip.overdue', { n: count.overdue })}
      </span>
    </>
  )
}

/** One node of the plan: how many of the quota are past it, how timely, and what is left. */
export function NodeCell({ done, count, before, target, asOf, pace }: NodeCellProps) {
  const { t } = useTranslation('board')
  const { name } = useLanguage()
  const onTime = count.backdated > 0 ? 'strip.onTimeBackdated' : 'strip.onTime'
  const left = daysBetween(asOf, count.due)
  return (
    <StripCell
      kind="node"
      label={done}
      about={{ kind: 'node', id: count.id, what: done, n: count.done, of: target, overdue: count.overdue, day: asOf }}
    >
      <p className={classes.figure}>
        <span className={classes.big}>{count.done}</span>
        <span className={classes.of}>/{target}</span>
        <Delta value={before && count.done - before.done} />
      </p>
      <p className={classes.line}>
        <span>{t('strip.due', { date: dueDayInProse(count.due, name) })}</span>
        {left >= 0 && <b>{left === 0 ? t('strip.dueToday') : t('strip.daysLeft', { n: left })}</b>}
      </p>
      <p className={classes.line}>
        <span>{t(onTime, { n: count.onTime, backdated: count.backdated })}</span>
      </p>
      <p className={classes.line}>
        <Standing count={count} asOf={asOf} pace={pace} />
      </p>
    </StripCell>
  )
}
