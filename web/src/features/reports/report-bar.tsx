import { snapshotDayOf } from '@lvliang/shared/reports/period'
import type { MonthlyReport } from '@lvliang/shared/reports/report.schema'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/form/button.tsx'
import { useLanguage } from '../../i18n/use-language.ts'
import { useMe } from '../../session/use-me.ts'
import { monthInProse, neighbourMonth } from './month-words.ts'
import classes from './report-bar.module.css'
import { ReturnDialog } from './return-dialog.tsx'

interface ReportBarProps {
  report: MonthlyReport
  county: string
  onReturned: (report: MonthlyReport) => unknown
}

function Neighbours({ report: { county, period, asOf } }: { report: MonthlyReport }) {
  const { t } = useTranslation('reports')
  const previous = neighbourMonth(period, -1)
  const next = neighbourMonth(period, 1)
  return (
    <nav className={classes.neighbours}>
      <Link to="/reports">{t('report.back')}</Link>
      {previous && (
        <Link to="/reports/$county/$period" params={{ county, period: previous }}>
          {t('report.previous')}
        </Link>
      )}
      {next && asOf > snapshotDayOf(next) && (
        <Link to="/reports/$county/$period" params={{ county, period: next }}>
          {t('report.next')}
        </Link>
      )}
    </nav>
  )
}

/** What can be done with a report; not printed. */
export function ReportBar({ report, county, onReturned }: ReportBarProps) {
  const { t } = useTranslation('reports')
  const { name } = useLanguage()
  const me = useMe()
  const [isReturning, setReturning] = useState(false)
  const { signature } = report
  const mayReturn = signature?.returned === null && me.may.includes('returnMonth')
  return (
    <div className={classes.tools}>
      <Neighbours report={report} />
      <span className={classes.actions}>
        {mayReturn && (
          <Button look="danger" onClick={() => setReturning(true)}>
            {t('back.action')}
          </Button>
        )}
        <Button onClick={() => window.print()}>{t('report.print')}</Button>
      </span>
      {isReturning && signature && (
        <ReturnDialog
          signature={signature.id}
          title={t('back.title', { county, month: monthInProse(report.period, name) })}
          onReturned={async now => {
            await onReturned(now)
            setReturning(false)
          }}
          onClose={() => setReturning(false)}
        />
      )}
    </div>
  )
}
