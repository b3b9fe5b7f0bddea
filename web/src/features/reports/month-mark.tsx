import type { MonthStanding, MonthState } from '@lvliang/shared/reports/month-state'
import { useTranslation } from 'react-i18next'
import type { Mark } from '../../status/shapes.ts'
import { StatusMark } from '../../status/status-mark.tsx'
import classes from './month-mark.module.css'

/** Shape and fill of a month's state; the word always stands beside it. */
const MARKS: Record<MonthState, Mark> = {
  onTime: { shape: 'green', fill: 'solid' },
  late: { shape: 'yellow', fill: 'solid' },
  missing: { shape: 'red', fill: 'solid' },
  returned: { shape: 'red', fill: 'hatched' },
  notDue: { shape: 'plain', fill: 'solid' },
}

interface MonthMarkProps {
  standing: Pick<MonthStanding, 'state' | 'daysLate'>
  /** Days late are said, too. */
  withDays?: boolean
}

/** A month's state as shape, colour and word. */
export function MonthMark({ standing: { state, daysLate }, withDays = true }: MonthMarkProps) {
  const { t } = useTranslation('reports')
  const mark = MARKS[state]
  return (
    <span className={`${classes.mark} status-${mark.shape}`}>
      <StatusMark {...mark} /> {t(`states.${state}`)}{' '}
      {withDays && daysLate > 0 && <small className={classes.days}>{t('daysLate', { n: daysLate })}</small>}
    </span>
  )
}
