import { daysBetween } from '@lvliang/shared/dates/calendar-date'
import type { Issue } from '@lvliang/shared/inspections/issue.schema'
import { isOpen } from '@lvliang/shared/inspections/issue-moves'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import classes from './issues.module.css'

type Dated = Pick<Issue, 'state' | 'dueOn' | 'overdueDays' | 'closedOn'>

/** What a due day means on a day: how long is left, or how long it is past; null: nothing is due any more. */
export function dueWords({ state, dueOn, overdueDays, closedOn }: Dated, asOf: string, t: TFunction<'inspections'>) {
  if (closedOn !== null) return t('issue.due.closed', { day: closedOn.slice(5) })
  if (!isOpen(state)) return null
  if (overdueDays > 0) return t('issue.due.overdue', { n: overdueDays })
  const left = daysBetween(asOf, dueOn)
  return left <= 0 ? t('issue.due.today') : t('issue.due.left', { n: left })
}

/** A due day with how long is left. */
export function DueDays({ issue, asOf }: { issue: Dated; asOf: string }) {
  const { t } = useTranslation('inspections')
  const words = dueWords(issue, asOf, t)
  return (
    <>
      <span className={classes.day}>{issue.dueOn}</span>
      {words && <span className={issue.overdueDays > 0 ? classes.late : classes.second}>{words}</span>}
    </>
  )
}
