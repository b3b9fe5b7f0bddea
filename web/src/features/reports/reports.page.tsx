import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { MONTH_STATES } from '@lvliang/shared/reports/month-state'
import type { ReportedMonth, ReportingStatus } from '@lvliang/shared/reports/report.schema'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { planQueries } from '../../api/plan.queries.ts'
import { reportQueries } from '../../api/report.queries.ts'
import { CopyButton } from '../../components/copy-button.tsx'
import { DataTable } from '../../components/data-table/data-table.tsx'
import { ExportCsv } from '../../components/data-table/export-csv.tsx'
import { TableScroll } from '../../components/data-table/table-scroll.tsx'
import { useTableView } from '../../components/data-table/use-table-view.ts'
import { Button } from '../../components/form/button.tsx'
import { LoadError } from '../../components/load-error.tsx'
import { usePageTitle } from '../../components/use-page-title.ts'
import { dueDayInProse } from '../../format/format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { useMe } from '../../session/use-me.ts'
import { MonthMark } from './month-mark.tsx'
import { monthInProse } from './month-words.ts'
import { reminderText } from './reminder.ts'
import classes from './reports.page.module.css'
import { SignDialog } from './sign-dialog.tsx'
import { signableMonths } from './signable.ts'
import columnClasses from './status-columns.module.css'
import { statusColumns } from './status-columns.tsx'
import { useReportsWords } from './use-reports-words.ts'

interface LoadedProps {
  status: ReportingStatus
  plan: Plan
}

/** The newest month that is over: what is asked about. */
const newestOver = ({ periods }: ReportingStatus): ReportedMonth | undefined =>
  periods.findLast(({ over }) => over) ?? periods[0]

function Counts({ month }: { month: ReportedMonth }) {
  const { t } = useTranslation('reports')
  const { name } = useLanguage()
  return (
    <p className={classes.counts}>
      {t('counts', { month: monthInProse(month.period, name), due: dueDayInProse(month.due, name) })}
      {MONTH_STATES.filter(state => month.counts[state] > 0).map(state => (
        <span key={state} className={classes.count}>
          <MonthMark standing={{ state, daysLate: 0 }} /> {month.counts[state]}
        </span>
      ))}
    </p>
  )
}

/** Which month the counts and the reminder are about. */
function MonthChoice({
  status,
  value,
  onChange,
}: {
  status: ReportingStatus
  value: string
  onChange: (period: string) => void
}) {
  const { t } = useTranslation('reports')
  const { name } = useLanguage()
  return (
    <select
      className={classes.choice}
      aria-label={t('period')}
      value={value}
      onChange={event => onChange(event.target.value)}
    >
      {status.periods
        .filter(({ over }) => over)
        .map(({ period }) => (
          <option key={period} value={period}>
            {monthInProse(period, name)}
          </option>
        ))}
    </select>
  )
}

function Loaded({ status, plan }: LoadedProps) {
  const { t } = useTranslation(['reports', 'panels'])
  const { name } = useLanguage()
  const me = useMe()
  const [chosen, setChosen] = useState<string | null>(null)
  const [isSigning, setSigning] = useState(false)
  const month = status.periods.find(({ period }) => period === chosen) ?? newestOver(status)
  const period = month?.period ?? ''
  const own = me.county ?? me.viewingAs
  const columns = useMemo(
    () => statusColumns({ t, name, status, counties: plan.counties, own, period }),
    [t, name, status, plan.counties, own, period],
  )
  const rows = useMemo(
    () => status.counties.toSorted((a, b) => Number(b.code === own) - Number(a.code === own)),
    [status, own],
  )
  const view = useTableView(columns, rows)
  const reminder = reminderText(status, period, plan.counties)
  const months = me.county !== null && me.may.includes('signMonth') ? signableMonths(status, me.county) : []
  return (
    <>
      <div className={classes.bar}>
        <MonthChoice status={status} value={period} onChange={setChosen} />
        {month && <Counts month={month} />}
        <div className={classes.actions}>
          {months.length > 0 && (
            <Button look="primary" onClick={() => setSigning(true)}>
              {t('sign.action')}
            </Button>
          )}
          {reminder === null ? (
            <span className={classes.secondary}>{t('allReported', { month: monthInProse(period, name) })}</span>
          ) : (
            <CopyButton label={t('copy')} text={reminder} />
          )}
          <ExportCsv
            className={classes.link}
            label={t('panels:exportCsv')}
            filename={`${t('table.file')}-${status.asOf}.csv`}
            columns={columns}
            rows={view.rows}
          />
        </div>
      </div>
      <TableScroll label={t('table.caption')}>
        <DataTable
          className={columnClasses.matrix}
          caption={t('table.caption')}
          columns={columns}
          rowKey={row => row.code}
          {...view}
        />
      </TableScroll>
      <p className={classes.help}>{t('help')}</p>
      {isSigning && me.county !== null && (
        <SignDialog county={me.county} months={months} status={status} plan={plan} onClose={() => setSigning(false)} />
      )}
    </>
  )
}

/** 填报情况: which county has signed which month, and when each last filed anything. */
export function ReportsPage() {
  useReportsWords()
  const { t } = useTranslation(['reports', 'common'])
  const { asOf } = useSearch({ strict: false })
  const plan = useQuery(planQueries.current())
  const status = useQuery(reportQueries.status({ asOf }))
  const error = plan.error ?? status.error
  usePageTitle(t('title'), plan.data)
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <h1 className={classes.title}>{t('title')}</h1>
        {status.data && <span className={classes.secondary}>{t('common:asOf', { date: status.data.asOf })}</span>}
      </div>
      {error && <LoadError error={error} onRetry={() => void Promise.all([plan.refetch(), status.refetch()])} />}
      {!error && !(plan.data && status.data) && <p className={classes.help}>{t('common:loading')}</p>}
      {plan.data && status.data && <Loaded plan={plan.data} status={status.data} />}
    </div>
  )
}
