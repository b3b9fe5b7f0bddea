import type { CountySummary } from '@lvliang/shared/board/summary.schema'
import { useTranslation } from 'react-i18next'
import classes from './county-table.module.css'

/** Whether the county has signed last month's report; blank where no month was ever signed. */
export function ReportingBadge({ reporting }: Pick<CountySummary, 'reporting'>) {
  const { t } = useTranslation('panels')
  if (!reporting) return null
  const status = t(`county.status.${reporting.status}`)
  return (
    <span className={classes[reporting.status]} title={t('county.statusSays', { period: reporting.period, status })}>
      {status}
    </span>
  )
}
